import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;

/**
 * Class files for Java 5 and older. They are verified by inference (JVMS §4.10.2), and no AOT cache
 * holds such a class; a class file for Java 8 has stack maps instead (JVMS §4.7.4). The code stays
 * what it is. docs/adr/0031
 */
final class OldClasses {
  private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

  private OldClasses() {}

  /**
   * The class, as it is or for Java 8.
   *
   * @param others finds the classes that it refers to
   */
  static byte[] renewed(byte[] bytes, ClassLoader others) throws IOException {
    return isOld(bytes) ? renew(tool(others), bytes) : bytes;
  }

  private static boolean isOld(byte[] bytes) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.readInt();
    in.readUnsignedShort();
    return in.readUnsignedShort() < FIRST_WITH_STACK_MAPS;
  }

  private static ClassFile tool(ClassLoader others) {
    return ClassFile.of(
        StackMapsOption.GENERATE_STACK_MAPS,
        ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(others)));
  }

  private static byte[] renew(ClassFile tool, byte[] bytes) throws IOException {
    ClassTransform version =
        (builder, element) -> {
          if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
          } else {
            builder.with(element);
          }
        };
    var bodies =
        ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
    var renewed = tool.transformClass(tool.parse(bytes), version.andThen(bodies));
    var errors = tool.verify(renewed);
    if (!errors.isEmpty()) {
      throw new IOException("A class cannot be given stack maps: " + errors);
    }
    return renewed;
  }
}
