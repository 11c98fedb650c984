package io.gatepass.e2e.survival.mortal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/** A path of the mortal file system: it behaves as the real one behind it. */
record MortalPath(Path path, FileSystem fileSystem) implements InvocationHandler {
  /** A mortal path for a real one; nothing for nothing. */
  static Path of(Path real, FileSystem fileSystem) {
    return real == null
        ? null
        : (Path)
            Proxy.newProxyInstance(
                MortalPath.class.getClassLoader(),
                new Class<?>[] {Path.class},
                new MortalPath(real, fileSystem));
  }

  /** The real path behind one that may be mortal. */
  static Path real(Path path) {
    return Proxy.isProxyClass(path.getClass())
            && Proxy.getInvocationHandler(path) instanceof MortalPath mortal
        ? mortal.path
        : path;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "getFileSystem" -> fileSystem;
      case "iterator" -> iterator();
      default -> wrapped(Calls.invoke(method, path, unwrapped(arguments)));
    };
  }

  private Iterator<Path> iterator() {
    return StreamSupport.stream(path.spliterator(), false)
        .map(name -> of(name, fileSystem))
        .iterator();
  }

  private Object wrapped(Object result) {
    return result instanceof Path real ? of(real, fileSystem) : result;
  }

  private static Object[] unwrapped(Object[] arguments) {
    if (arguments == null) {
      return new Object[0];
    }
    Object[] unwrapped = arguments.clone();
    for (int i = 0; i < unwrapped.length; i++) {
      unwrapped[i] = unwrapped[i] instanceof Path path ? real(path) : unwrapped[i];
    }
    return unwrapped;
  }
}
