package io.gatepass.adapters.http.proxy.gateway;

import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.ProtocolHandlers;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.UpgradeProtocolHandler;
import org.eclipse.jetty.http.HttpFields;

/** Hands 102 and 103 on to the client; none of what a browser would do with an answer is done. */
public final class InterimAnswers {
  private InterimAnswers() {}

  /** Under the request's attribute of this name, whoever takes them. */
  public interface Taker {
    /** Takes one. */
    void interim(int status, HttpFields headers);
  }

  /** Replaces the client's own handlers: redirects, authentication. */
  static void handOn(HttpClient client) {
    ProtocolHandlers handlers = client.getProtocolHandlers();
    handlers.clear();
    handlers.put(new ContinueProtocolHandler());
    handlers.put(new UpgradeProtocolHandler());
    handlers.put(
        new ProcessingProtocolHandler() {
          @Override
          protected void onProcessing(Request request, HttpFields headers) {
            take(request, 102, headers);
          }
        });
    handlers.put(
        new EarlyHintsProtocolHandler() {
          @Override
          protected void onEarlyHints(Request request, HttpFields headers) {
            take(request, 103, headers);
          }
        });
  }

  private static void take(Request request, int status, HttpFields headers) {
    if (request.getAttributes().get(Taker.class.getName()) instanceof Taker taker) {
      taker.interim(status, headers);
    }
  }
}
