package io.gatepass.adapters.fs.secret.keychain.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.secret.keychain.Functions;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types of Core Foundation that the Keychain speaks. What is created here, and what is handed
 * to {@link #own}, is released on {@link #close}. For one thread.
 */
final class CoreFoundation implements AutoCloseable {
  private static final int ENCODING_UTF8 = 0x0800_0100; // kCFStringEncodingUTF8
  private static final int LONGEST_TEXT = 1024;

  private static final FunctionDescriptor CREATE_STRING =
      FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_BYTE);
  private static final FunctionDescriptor CREATE_DATA =
      FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG);
  private static final FunctionDescriptor CREATE_DICTIONARY =
      FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
  private static final FunctionDescriptor GET_C_STRING =
      FunctionDescriptor.of(JAVA_BYTE, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
  private static final FunctionDescriptor POINTER_OF = FunctionDescriptor.of(ADDRESS, ADDRESS);
  private static final FunctionDescriptor NUMBER_OF = FunctionDescriptor.of(JAVA_LONG, ADDRESS);
  private static final FunctionDescriptor ELEMENT =
      FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG);
  private static final FunctionDescriptor VALUE = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS);
  private static final FunctionDescriptor RELEASE = FunctionDescriptor.ofVoid(ADDRESS);

  private final Functions functions;
  private final Arena arena = Arena.ofConfined();
  private final List<MemorySegment> owned = new ArrayList<>();

  CoreFoundation(Functions functions) {
    this.functions = functions;
  }

  /** A {@code CFString}. */
  MemorySegment string(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    try {
      return own(
          (MemorySegment)
              functions
                  .function("CFStringCreateWithBytes", CREATE_STRING)
                  .invokeExact(
                      MemorySegment.NULL,
                      arena.allocateFrom(JAVA_BYTE, bytes),
                      (long) bytes.length,
                      ENCODING_UTF8,
                      (byte) 0));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** A {@code CFData} with a copy of the bytes. */
  MemorySegment data(byte[] bytes) {
    MemorySegment copy = arena.allocateFrom(JAVA_BYTE, bytes);
    try {
      return own(
          (MemorySegment)
              functions
                  .function("CFDataCreate", CREATE_DATA)
                  .invokeExact(MemorySegment.NULL, copy, (long) bytes.length));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    } finally {
      copy.fill((byte) 0);
    }
  }

  /** A {@code CFDictionary}, which keeps its keys and values alive. */
  MemorySegment dictionary(Map<MemorySegment, MemorySegment> entries) {
    MemorySegment keys = arena.allocate(ADDRESS, entries.size());
    MemorySegment values = arena.allocate(ADDRESS, entries.size());
    int index = 0;
    for (Map.Entry<MemorySegment, MemorySegment> entry : entries.entrySet()) {
      keys.setAtIndex(ADDRESS, index, entry.getKey());
      values.setAtIndex(ADDRESS, index++, entry.getValue());
    }
    try {
      return own(
          (MemorySegment)
              functions
                  .function("CFDictionaryCreate", CREATE_DICTIONARY)
                  .invokeExact(
                      MemorySegment.NULL,
                      keys,
                      values,
                      (long) index,
                      functions.symbol("kCFTypeDictionaryKeyCallBacks"),
                      functions.symbol("kCFTypeDictionaryValueCallBacks")));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** The object that a variable of the framework holds. */
  MemorySegment constant(String name) {
    return NativeLibrary.at(functions.symbol(name), ADDRESS.byteSize()).get(ADDRESS, 0);
  }

  /** The bytes of a {@code CFData}; the caller wipes them. */
  byte[] bytes(MemorySegment data) {
    try {
      long length = (long) functions.function("CFDataGetLength", NUMBER_OF).invokeExact(data);
      MemorySegment bytes =
          (MemorySegment) functions.function("CFDataGetBytePtr", POINTER_OF).invokeExact(data);
      return NativeLibrary.at(bytes, length).toArray(JAVA_BYTE);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** The text of a {@code CFString}, unless it is longer than any text of ours. */
  Optional<String> text(MemorySegment string) {
    MemorySegment buffer = arena.allocate(LONGEST_TEXT);
    try {
      byte fits =
          (byte)
              functions
                  .function("CFStringGetCString", GET_C_STRING)
                  .invokeExact(string, buffer, (long) LONGEST_TEXT, ENCODING_UTF8);
      return fits == 0 ? Optional.empty() : Optional.of(buffer.getString(0));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** The elements of a {@code CFArray}, which stay the array's. */
  List<MemorySegment> elements(MemorySegment array) {
    List<MemorySegment> elements = new ArrayList<>();
    try {
      long count = (long) functions.function("CFArrayGetCount", NUMBER_OF).invokeExact(array);
      for (long i = 0; i < count; i++) {
        elements.add(
            (MemorySegment)
                functions.function("CFArrayGetValueAtIndex", ELEMENT).invokeExact(array, i));
      }
      return elements;
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** The value of a key in a {@code CFDictionary}, which stays the dictionary's. */
  Optional<MemorySegment> value(MemorySegment dictionary, MemorySegment key) {
    try {
      MemorySegment value =
          (MemorySegment)
              functions.function("CFDictionaryGetValue", VALUE).invokeExact(dictionary, key);
      return Optional.of(value).filter(it -> !NativeLibrary.isNull(it));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** Takes over an object that somebody else created for us. */
  MemorySegment own(MemorySegment object) {
    owned.add(object);
    return object;
  }

  /** Where a function puts the object that it returns by a pointer. */
  MemorySegment slot() {
    return arena.allocate(ADDRESS);
  }

  @Override
  public void close() {
    for (MemorySegment object : owned) {
      release(object);
    }
    arena.close();
  }

  private void release(MemorySegment object) {
    try {
      functions.function("CFRelease", RELEASE).invokeExact(object);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }
}
