package io.gatepass.adapters.fs.secret.keychain.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.secret.keychain.Functions;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The functions of Security.framework and CoreFoundation that are used, as Apple documents them,
 * with counted references, so that shapes, ownership and status codes are tested on every system.
 */
final class FakeSecurityFramework implements Functions {
  private static final int NOT_FOUND = -25300;
  private static final int DUPLICATE = -25299;
  private static final int INTERACTION_NOT_ALLOWED = -25308;

  private final Arena arena = Arena.ofShared();
  private final Map<String, MemorySegment> variables = new HashMap<>();
  private final Map<Long, Object> objects = new HashMap<>();
  private final Map<Long, Integer> references = new HashMap<>();

  /** Bytes by service and account. */
  private final Map<String, Map<String, byte[]>> passwords = new TreeMap<>();

  private boolean locked;
  private boolean promptsAllowed = true;
  private int prompts;
  private int failWith;
  private Runnable beforeAdd = () -> {};

  /** Locks the keychain; a prompt unlocks it. */
  void lock() {
    locked = true;
  }

  /** How often the user was asked. */
  int prompts() {
    return prompts;
  }

  /** Makes every access fail with that status; 0 heals it. */
  void failWith(int status) {
    failWith = status;
  }

  /** Something that happens between a failed update and the addition after it. */
  void beforeAdd(Runnable event) {
    beforeAdd = event;
  }

  /** Adds a password as another program would. */
  void add(String service, String account, byte[] bytes) {
    passwords.computeIfAbsent(service, _ -> new TreeMap<>()).put(account, bytes);
  }

  /** How many objects have not been released. */
  int leaks() {
    return references.size();
  }

  @Override
  public MemorySegment symbol(String name) {
    return variables.computeIfAbsent(
        name,
        _ -> {
          MemorySegment constant = arena.allocate(8);
          objects.put(constant.address(), name);
          MemorySegment variable = arena.allocate(ADDRESS);
          variable.set(ADDRESS, 0, constant);
          return variable;
        });
  }

  @Override
  public MethodHandle function(String name, FunctionDescriptor shape, Linker.Option... options) {
    String method = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    try {
      return MethodHandles.lookup().bind(this, method, shape.toMethodType());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("wrong name or shape: " + name, e);
    }
  }

  int secKeychainSetUserInteractionAllowed(byte allowed) {
    promptsAllowed = allowed != 0;
    return 0;
  }

  int secItemCopyMatching(MemorySegment query, MemorySegment result) {
    Map<String, byte[]> items = items(query);
    if (failWith != 0) {
      return failWith;
    }
    if (has(query, "kSecReturnAttributes")) {
      assertThat(constant(query, "kSecMatchLimit")).isEqualTo("kSecMatchLimitAll");
      if (items.isEmpty()) {
        return NOT_FOUND;
      }
      result.set(ADDRESS, 0, create(items.keySet().stream().map(this::attributes).toList()));
      return 0;
    }
    assertThat(constant(query, "kSecReturnData")).isEqualTo("kCFBooleanTrue");
    byte[] bytes = items.get(text(query, "kSecAttrAccount"));
    if (bytes == null) {
      return NOT_FOUND;
    }
    if (isClosed()) {
      return INTERACTION_NOT_ALLOWED;
    }
    result.set(ADDRESS, 0, create(arena.allocateFrom(JAVA_BYTE, bytes)));
    return 0;
  }

  int secItemAdd(MemorySegment attributes, MemorySegment result) {
    assertThat(result.address()).isZero();
    assertThat(text(attributes, "kSecAttrLabel")).startsWith("gatepass: ");
    beforeAdd.run();
    if (failWith != 0 || isClosed()) {
      return failWith != 0 ? failWith : INTERACTION_NOT_ALLOWED;
    }
    byte[] bytes = data(attributes);
    return items(attributes).putIfAbsent(text(attributes, "kSecAttrAccount"), bytes) == null
        ? 0
        : DUPLICATE;
  }

  int secItemUpdate(MemorySegment query, MemorySegment content) {
    String account = text(query, "kSecAttrAccount");
    if (failWith != 0 || !items(query).containsKey(account)) {
      return failWith != 0 ? failWith : NOT_FOUND;
    }
    if (isClosed()) {
      return INTERACTION_NOT_ALLOWED;
    }
    items(query).put(account, data(content));
    return 0;
  }

  int secItemDelete(MemorySegment query) {
    if (failWith != 0) {
      return failWith;
    }
    return items(query).remove(text(query, "kSecAttrAccount")) == null ? NOT_FOUND : 0;
  }

  MemorySegment cFStringCreateWithBytes(
      MemorySegment allocator, MemorySegment bytes, long length, int encoding, byte external) {
    assertThat(allocator.address()).isZero();
    assertThat(encoding).isEqualTo(0x08000100);
    assertThat(external).isZero();
    return create(new String(NativeLibrary.at(bytes, length).toArray(JAVA_BYTE), UTF_8));
  }

  MemorySegment cFDataCreate(MemorySegment allocator, MemorySegment bytes, long length) {
    assertThat(allocator.address()).isZero();
    return create(
        arena.allocateFrom(JAVA_BYTE, NativeLibrary.at(bytes, length).toArray(JAVA_BYTE)));
  }

  MemorySegment cFDictionaryCreate(
      MemorySegment allocator,
      MemorySegment keys,
      MemorySegment values,
      long count,
      MemorySegment keyCallBacks,
      MemorySegment valueCallBacks) {
    assertThat(allocator.address()).isZero();
    assertThat(keyCallBacks).isEqualTo(symbol("kCFTypeDictionaryKeyCallBacks"));
    assertThat(valueCallBacks).isEqualTo(symbol("kCFTypeDictionaryValueCallBacks"));
    Map<Object, MemorySegment> entries = new HashMap<>();
    for (long i = 0; i < count; i++) {
      entries.put(object(keys.getAtIndex(ADDRESS, i)), retained(values.getAtIndex(ADDRESS, i)));
    }
    return create(entries);
  }

  MemorySegment cFDictionaryGetValue(MemorySegment dictionary, MemorySegment key) {
    return entries(dictionary).getOrDefault(object(key), MemorySegment.NULL);
  }

  long cFDataGetLength(MemorySegment data) {
    return ((MemorySegment) object(data)).byteSize();
  }

  MemorySegment cFDataGetBytePtr(MemorySegment data) {
    return (MemorySegment) object(data);
  }

  byte cFStringGetCString(MemorySegment string, MemorySegment buffer, long size, int encoding) {
    assertThat(encoding).isEqualTo(0x08000100);
    String text = (String) object(string);
    if (text.getBytes(UTF_8).length >= size) {
      return 0;
    }
    buffer.setString(0, text);
    return 1;
  }

  long cFArrayGetCount(MemorySegment array) {
    return ((List<?>) object(array)).size();
  }

  MemorySegment cFArrayGetValueAtIndex(MemorySegment array, long index) {
    return (MemorySegment) ((List<?>) object(array)).get((int) index);
  }

  void cFRelease(MemorySegment object) {
    long address = object.address();
    assertThat(references).as("released too often").containsKey(address);
    if (references.merge(address, -1, Integer::sum) > 0) {
      return;
    }
    references.remove(address);
    switch (objects.remove(address)) {
      case Map<?, ?> dictionary -> dictionary.values().forEach(this::releaseElement);
      case List<?> array -> array.forEach(this::releaseElement);
      default -> {}
    }
  }

  private void releaseElement(Object element) {
    if (references.containsKey(((MemorySegment) element).address())) {
      cFRelease((MemorySegment) element);
    }
  }

  private boolean isClosed() {
    if (locked && promptsAllowed) {
      prompts++;
      locked = false;
    }
    return locked;
  }

  private Map<String, byte[]> items(MemorySegment query) {
    assertThat(constant(query, "kSecClass")).isEqualTo("kSecClassGenericPassword");
    return passwords.computeIfAbsent(text(query, "kSecAttrService"), _ -> new TreeMap<>());
  }

  private MemorySegment attributes(String account) {
    Map<Object, MemorySegment> entries = new HashMap<>();
    entries.put("kSecAttrAccount", create(account));
    return create(entries);
  }

  private byte[] data(MemorySegment dictionary) {
    MemorySegment data = entries(dictionary).get("kSecValueData");
    return ((MemorySegment) object(data)).toArray(JAVA_BYTE);
  }

  private String text(MemorySegment dictionary, String key) {
    return (String) object(entries(dictionary).get(key));
  }

  private String constant(MemorySegment dictionary, String key) {
    return text(dictionary, key);
  }

  private boolean has(MemorySegment dictionary, String key) {
    return entries(dictionary).containsKey(key);
  }

  @SuppressWarnings("unchecked")
  private Map<Object, MemorySegment> entries(MemorySegment dictionary) {
    return (Map<Object, MemorySegment>) object(dictionary);
  }

  private Object object(MemorySegment pointer) {
    Object object = objects.get(pointer.address());
    assertThat(object).as("an object that is alive").isNotNull();
    return object;
  }

  private MemorySegment create(Object object) {
    MemorySegment pointer = arena.allocate(8);
    objects.put(pointer.address(), object instanceof List<?> list ? new ArrayList<>(list) : object);
    references.put(pointer.address(), 1);
    return pointer;
  }

  private MemorySegment retained(MemorySegment pointer) {
    references.computeIfPresent(pointer.address(), (_, count) -> count + 1);
    return pointer;
  }
}
