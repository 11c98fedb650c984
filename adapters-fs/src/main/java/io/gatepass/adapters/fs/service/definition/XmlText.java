package io.gatepass.adapters.fs.service.definition;

/** Text inside an XML element. */
final class XmlText {
  private XmlText() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
