package io.gatepass.e2e.browser;

import io.gatepass.bootstrap.demo.http.Parameters;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form on a page, as far as the sign-in pages of the tests' issuers need it. */
record Form(URI action, Map<String, String> hidden) {
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

  static boolean isIn(Page page) {
    return FORM.matcher(page.html()).find();
  }

  static Form in(Page page) {
    Matcher form = FORM.matcher(page.html());
    if (!form.find()) {
      throw new AssertionError("no form on " + page);
    }
    Map<String, String> hidden = new LinkedHashMap<>();
    HIDDEN
        .matcher(page.html())
        .results()
        .forEach(field -> hidden.put(field.group(1), field.group(2)));
    return new Form(page.address().resolve(form.group(1).replace("&amp;", "&")), hidden);
  }

  HttpRequest.Builder submit(Map<String, String> typed) {
    Map<String, String> values = new LinkedHashMap<>(hidden);
    values.putAll(typed);
    return HttpRequest.newBuilder(action)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(new Parameters(values).encode()));
  }
}
