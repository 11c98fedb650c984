package io.gatepass.domain.oauth;

import java.util.Optional;

/**
 * What a token response holds (RFC 6749 §5.1, OIDC Core §3.1.3.3).
 *
 * @param accessToken the access token
 * @param refreshToken the refresh token, absent when the issuer gave none or, in a refresh, when
 *     the old one stays in use
 * @param user who signed in, as the ID token names them: e-mail, else preferred user name, else
 *     subject; absent when the response held no ID token (a refresh)
 */
public record TokenSet(
    AccessToken accessToken, Optional<RefreshToken> refreshToken, Optional<String> user) {}
