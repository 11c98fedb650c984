package io.gatepass.domain.oauth;

/** A refresh token (RFC 6749 §1.5). Its life is known only to the issuer. */
public record RefreshToken(Secret value) {}
