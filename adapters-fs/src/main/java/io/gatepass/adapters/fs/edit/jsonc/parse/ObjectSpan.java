package io.gatepass.adapters.fs.edit.jsonc.parse;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where an object stands, or an array that has an element to be set: then its elements stand for
 * members, with a name that takes no room.
 *
 * @param start the offset of its opening bracket
 * @param end after its closing bracket
 * @param members its members, in order
 */
public record ObjectSpan(int start, int end, List<MemberSpan> members) {
  /** Copies the list. */
  public ObjectSpan {
    members = List.copyOf(members);
  }

  /** After the opening brace. */
  public int interiorStart() {
    return start + 1;
  }

  /** The closing brace. */
  public int interiorEnd() {
    return end - 1;
  }

  /** Whether it is an array. */
  public boolean isArray(String text) {
    return text.charAt(start) == '[';
  }

  /** The first member of that name. */
  public Optional<MemberSpan> find(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  /** What stands before the member with that index: white space, comments, the comma before it. */
  public Gap gapBefore(String text, int index) {
    int from = index == 0 ? interiorStart() : members.get(index - 1).valueEnd();
    return Gap.of(text, from, members.get(index).nameStart());
  }

  /** What stands between the member with that index and the next one, or the closing brace. */
  public Gap gapAfter(String text, int index) {
    int next = index + 1;
    int to = next == members.size() ? interiorEnd() : members.get(next).nameStart();
    return Gap.of(text, members.get(index).valueEnd(), to);
  }

  /** The white space that stands before each member, from the last member to the first. */
  public Stream<String> leadsFromLast(String text) {
    return IntStream.iterate(members.size() - 1, index -> index >= 0, index -> index - 1)
        .mapToObj(index -> gapBefore(text, index).blank(text));
  }
}
