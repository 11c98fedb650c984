package io.gatepass.adapters.http.proxy.dialect;

/** The API in which a caller expects an error; told by the path. */
public enum ApiDialect {
  /** OpenAI's, and of whoever follows it. */
  OPENAI {
    @Override
    String body(ProxyError error) {
      return "{\"error\":{\"message\":%s,\"type\":%s,\"param\":null,\"code\":%s}}"
          .formatted(
              JsonText.of(error.message()),
              JsonText.of(error.status() < 500 ? type(error.status()) : "server_error"),
              JsonText.of(error.code()));
    }

    private static String type(int status) {
      return status == 401 ? "authentication_error" : "invalid_request_error";
    }
  },

  /** Anthropic's. */
  ANTHROPIC {
    @Override
    String body(ProxyError error) {
      return "{\"type\":\"error\",\"error\":{\"type\":%s,\"message\":%s,\"code\":%s}}"
          .formatted(
              JsonText.of(type(error.status())),
              JsonText.of(error.message()),
              JsonText.of(error.code()));
    }

    private static String type(int status) {
      return switch (status) {
        case 401 -> "authentication_error";
        case 403 -> "permission_error";
        case 404 -> "not_found_error";
        case 504 -> "timeout_error";
        default -> status < 500 ? "invalid_request_error" : "api_error";
      };
    }
  },

  /** Gemini's. */
  GEMINI {
    @Override
    String body(ProxyError error) {
      return "{\"error\":{\"code\":%d,\"message\":%s,\"status\":%s,\"details\":[{\"reason\":%s}]}}"
          .formatted(
              error.status(),
              JsonText.of(error.message()),
              JsonText.of(canonical(error.status())),
              JsonText.of(error.code()));
    }

    // The names of google.rpc.Code.
    private static String canonical(int status) {
      return switch (status) {
        case 401 -> "UNAUTHENTICATED";
        case 403 -> "PERMISSION_DENIED";
        case 404 -> "NOT_FOUND";
        case 504 -> "DEADLINE_EXCEEDED";
        default -> status < 500 ? "INVALID_ARGUMENT" : "UNAVAILABLE";
      };
    }
  };

  /** The dialect of a path, as the client sent it. */
  public static ApiDialect of(String path) {
    if (path.contains("/v1beta") || path.contains("/v1alpha") || path.contains("enerateContent")) {
      return GEMINI;
    }
    if (path.contains("/anthropic") || path.contains("/v1/messages")) {
      return ANTHROPIC;
    }
    return OPENAI;
  }

  /** The error as JSON. */
  abstract String body(ProxyError error);
}
