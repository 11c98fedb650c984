package io.gatepass.adapters.fs.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes to text and back without loss: strict UTF-8, the byte order mark kept as the first
 * character.
 */
public final class Utf8 {
  private Utf8() {}

  /**
   * Decodes.
   *
   * @throws UneditableDocument if a byte sequence is not UTF-8, so that writing the text back would
   *     not give the same bytes
   */
  public static String decode(byte[] bytes) throws UneditableDocument {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    decoder.onMalformedInput(CodingErrorAction.REPORT);
    boolean broken = decoder.decode(in, out, true).isError();
    out.flip();
    if (broken) {
      throw new UneditableDocument(
          TextPosition.of(out, out.length()),
          startsLikeUtf16(bytes) ? "it is UTF-16, not UTF-8" : "this is not UTF-8");
    }
    return out.toString();
  }

  /**
   * Encodes.
   *
   * @throws IllegalArgumentException if the text holds half a surrogate pair
   */
  public static byte[] encode(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] result = new byte[bytes.remaining()];
      bytes.get(result);
      return result;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the text holds half a surrogate pair", e);
    }
  }

  private static boolean startsLikeUtf16(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return first == 0xFEFF || first == 0xFFFE;
  }
}
