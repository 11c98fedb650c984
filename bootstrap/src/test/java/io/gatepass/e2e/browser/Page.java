package io.gatepass.e2e.browser;

import java.net.URI;
import java.net.http.HttpResponse;

/**
 * What a browser shows in the end.
 *
 * @param address the last address of a chain of redirects
 * @param status its status
 * @param html the page
 */
public record Page(URI address, int status, String html) {
  static Page of(HttpResponse<String> response) {
    return new Page(response.uri(), response.statusCode(), response.body());
  }
}
