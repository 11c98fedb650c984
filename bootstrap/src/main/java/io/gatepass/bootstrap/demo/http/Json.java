package io.gatepass.bootstrap.demo.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;

/** JSON (RFC 8259) to and from maps, for bodies small enough to hold whole. */
public final class Json {
  private Json() {}

  /** The JSON text of an object. */
  public static String write(Map<String, ?> object) {
    return JSONObjectUtils.toJSONString(object);
  }

  /**
   * Reads an object.
   *
   * @throws ParseException if the text is not one JSON object
   */
  public static Map<String, Object> read(String text) throws ParseException {
    return JSONObjectUtils.parse(text);
  }
}
