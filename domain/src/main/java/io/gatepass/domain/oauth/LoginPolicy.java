package io.gatepass.domain.oauth;

/** What a genuine miss, no usable token and no usable refresh token, may do. */
public enum LoginPolicy {
  /** Sign the user in now, with the browser. */
  EAGER,
  /** Answer that a login is required and leave it to a later caller. */
  DEFERRED
}
