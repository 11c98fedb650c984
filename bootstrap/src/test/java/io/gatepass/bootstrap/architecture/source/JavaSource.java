package io.gatepass.bootstrap.architecture.source;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A Java source, parsed by javac but not resolved.
 *
 * @param name what violations call it
 */
public record JavaSource(String name, String text, CompilationUnitTree tree, SourcePositions at) {

  /** Parses a text. */
  public static JavaSource of(String name, String text) {
    var file = new TextFile(name, text);
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of(), null, List.of(file));
    try {
      var tree = task.parse().iterator().next();
      return new JavaSource(name, text, tree, Trees.instance(task).getSourcePositions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The package's name, empty for none. */
  public String packageName() {
    return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
  }

  /** The number of top-level types. */
  public int types() {
    return tree.getTypeDecls().size();
  }

  /** The number of lines with code. */
  public int codeLines() {
    return CodeText.lines(text);
  }

  /** Every method and constructor, with its length. */
  public List<Method> methods() {
    var methods = new ArrayList<Method>();
    tree.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitMethod(MethodTree method, Void unused) {
            // A table of cases in an annotation is not the method.
            var start = Math.max(at.getStartPosition(tree, method), end(method.getModifiers()));
            var code = CodeText.lines(text((int) start, (int) end(method)));
            methods.add(new Method(name + ": " + method.getName(), code));
            return super.visitMethod(method, null);
          }
        },
        null);
    return methods;
  }

  /**
   * The catch blocks that neither use their exception, nor throw, nor hold a comment that says why.
   */
  public List<String> swallowedExceptions() {
    var swallowed = new ArrayList<String>();
    tree.accept(
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitCatch(CatchTree block, Void unused) {
            if (!CodeText.hasComment(textOf(block)) && !answers(block)) {
              swallowed.add(name + ": " + block);
            }
            return super.visitCatch(block, null);
          }
        },
        null);
    return swallowed;
  }

  @Override
  public String toString() {
    return name;
  }

  private static boolean answers(CatchTree block) {
    var exception = block.getParameter().getName();
    var answer =
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitThrow(ThrowTree node, Void unused) {
            return true;
          }

          @Override
          public Boolean visitIdentifier(IdentifierTree node, Void unused) {
            return node.getName().equals(exception);
          }

          @Override
          public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
          }
        };
    return Boolean.TRUE.equals(block.getBlock().accept(answer, null));
  }

  private String textOf(Tree part) {
    return text((int) at.getStartPosition(tree, part), (int) end(part));
  }

  /** The text between two positions; a negative one is of code that javac adds. */
  private String text(int start, int end) {
    return start < 0 || end < start ? "" : text.substring(start, end);
  }

  private long end(Tree part) {
    return at.getEndPosition(tree, part);
  }

  /**
   * A method's name and length.
   *
   * @param codeLines the lines with code, from its type to its closing brace
   */
  public record Method(String name, int codeLines) {}

  private static final class TextFile extends SimpleJavaFileObject {
    private final String text;

    private TextFile(String name, String text) {
      super(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
