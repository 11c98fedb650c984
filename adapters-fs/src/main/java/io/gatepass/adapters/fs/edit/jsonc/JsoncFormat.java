package io.gatepass.adapters.fs.edit.jsonc;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.jsonc.parse.DocumentPath;
import io.gatepass.adapters.fs.edit.jsonc.parse.Gap;
import io.gatepass.adapters.fs.edit.jsonc.parse.MemberSpan;
import io.gatepass.adapters.fs.edit.jsonc.parse.ObjectSpan;
import io.gatepass.adapters.fs.edit.jsonc.parse.PathReader;
import io.gatepass.adapters.fs.text.Splice;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * JSON (RFC 8259), with comments and trailing commas allowed, whose root is an object, or an array
 * for a pointer that starts with an {@link io.gatepass.adapters.fs.edit.jsonc.parse.ElementKey}. A
 * new member goes after the last one and takes over its indentation, its colon and its comma style.
 */
public final class JsoncFormat implements DocumentFormat {
  private final String name;

  private JsoncFormat(String name) {
    this.name = name;
  }

  /** For tools that read comments and trailing commas. */
  public static JsoncFormat jsonc() {
    return new JsoncFormat("jsonc");
  }

  /**
   * For tools that read neither: what the user has left in a file stays all the same, and {@link
   * #problem} tells of it.
   */
  public static JsoncFormat json() {
    return new JsoncFormat("json");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> problem(String text) {
    return name.equals("json") && !StrictJson.accepts(text)
        ? Optional.of("holds comments or trailing commas")
        : Optional.empty();
  }

  @Override
  public Optional<String> find(String text, Pointer at) throws UneditableDocument {
    return PathReader.read(text, at).target().map(it -> rawOf(text, it));
  }

  @Override
  public Edited set(String text, Pointer at, ConfigValue value) throws UneditableDocument {
    DocumentPath path = PathReader.read(text, at);
    Optional<MemberSpan> target = path.target();
    if (target.isPresent()) {
      ObjectSpan holder = path.parent().orElseThrow();
      Layout layout = Layout.of(text, path.objects().getFirst(), holder);
      return Edited.of(overwrite(text, target.get(), JsonLiterals.of(value, at.last(), layout)));
    }
    Containers.require(text, path);
    return new Insertion(text, path, value).edited();
  }

  @Override
  public String replace(String text, Pointer at, String raw) throws UneditableDocument {
    MemberSpan target = target(PathReader.read(text, at));
    return Splice.apply(text, List.of(new Splice(target.valueStart(), target.valueEnd(), raw)));
  }

  @Override
  public String remove(String text, Pointer at) throws UneditableDocument {
    return remove(text, PathReader.read(text, at));
  }

  @Override
  public String removeIfEmpty(String text, Pointer container) throws UneditableDocument {
    DocumentPath path = PathReader.read(text, container);
    if (path.container().filter(object -> isBlank(text, object)).isEmpty()) {
      return text;
    }
    return container.isRoot()
        ? new Removal(text).root(path.objects().getFirst())
        : remove(text, path);
  }

  @Override
  public String closeIfEmpty(String text, Pointer container) throws UneditableDocument {
    return PathReader.read(text, container)
        .container()
        .filter(object -> isBlank(text, object))
        .map(it -> List.of(Splice.delete(it.interiorStart(), it.interiorEnd())))
        .map(splices -> Splice.apply(text, splices))
        .orElse(text);
  }

  @Override
  public String raw(ConfigValue value) {
    return JsonLiterals.of(value);
  }

  @Override
  public String normal(String raw) {
    return JsonLiterals.normal(raw);
  }

  @Override
  public boolean same(String raw, String other) {
    return JsonLiterals.same(raw, other);
  }

  @Override
  public String redact(String text, Predicate<String> keys) throws UneditableDocument {
    return Redaction.redact(text, keys);
  }

  private static String overwrite(String text, MemberSpan target, String literal) {
    if (JsonLiterals.same(rawOf(text, target), literal)) {
      return text;
    }
    return Splice.apply(text, List.of(new Splice(target.valueStart(), target.valueEnd(), literal)));
  }

  private static String remove(String text, DocumentPath path) {
    return new Removal(text).member(path.parent().orElseThrow(), target(path));
  }

  private static MemberSpan target(DocumentPath path) {
    return path.target()
        .orElseThrow(() -> new IllegalArgumentException("there is no value at " + path.pointer()));
  }

  private static boolean isBlank(String text, ObjectSpan object) {
    return object.members().isEmpty()
        && Gap.of(text, object.interiorStart(), object.interiorEnd()).isBlank();
  }

  private static String rawOf(String text, MemberSpan member) {
    return text.substring(member.valueStart(), member.valueEnd());
  }
}
