package io.gatepass.adapters.fs.login;

import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.StorageFailed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a login ended, as texts by name; a failure as its type, its reason and its two sentences. */
final class EndingTexts {
  private static final String ENDED = "ended";
  private static final String SIGNED_IN = "signed in";
  private static final String WHAT = "what";
  private static final String REMEDY = "remedy";
  private static final String DETAIL = "detail";

  private EndingTexts() {}

  static boolean isIn(Map<String, String> texts) {
    return texts.containsKey(ENDED);
  }

  static Map<String, String> of(Ending ending) {
    return switch (ending) {
      case Ending.SignedIn _ -> Map.of(ENDED, SIGNED_IN);
      case Ending.Failed it -> failed(it.failure());
    };
  }

  static Optional<Ending> parse(Map<String, String> texts) {
    String ended = texts.get(ENDED);
    if (ended == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ended.equals(SIGNED_IN)
              ? new Ending.SignedIn()
              : new Ending.Failed(failure(ended, texts)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not written by us, or by another version
    }
  }

  private static Map<String, String> failed(GatepassException failure) {
    Map<String, String> texts = new TreeMap<>();
    texts.put(ENDED, failure.getClass().getSimpleName());
    texts.put(WHAT, failure.what());
    texts.put(REMEDY, failure.remedy());
    texts.put(
        DETAIL,
        switch (failure) {
          case LoginFailed it -> it.reason().name();
          case SecretStoreUnavailable it -> it.reason().name();
          default -> failure.kind().name();
        });
    return texts;
  }

  private static GatepassException failure(String type, Map<String, String> texts) {
    String what = texts.getOrDefault(WHAT, "");
    String remedy = texts.getOrDefault(REMEDY, "");
    String detail = texts.getOrDefault(DETAIL, "");
    return switch (type) {
      case "LoginFailed" -> new LoginFailed(LoginFailed.Reason.valueOf(detail), what, remedy);
      case "IssuerUnreachable" -> new IssuerUnreachable(what, remedy);
      case "SecretStoreUnavailable" ->
          new SecretStoreUnavailable(SecretStoreUnavailable.Reason.valueOf(detail), what, remedy);
      case "StorageFailed" -> new StorageFailed(what, remedy);
      default -> new InvalidSettings(Kind.valueOf(detail), what, remedy);
    };
  }
}
