package io.gatepass.adapters.fs.secret.keychain.macos;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.gatepass.adapters.fs.secret.keychain.Functions;
import io.gatepass.adapters.fs.secret.keychain.KeychainFailures;
import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One visit to the Keychain by the {@code SecItem} functions of Security.framework: the generic
 * passwords of one service, by account. Every method throws {@link SecretStoreUnavailable} if macOS
 * reports an error. For one thread.
 */
final class Keychain implements AutoCloseable {
  private static final int NOT_FOUND = -25300; // errSecItemNotFound
  private static final int DUPLICATE = -25299; // errSecDuplicateItem

  private static final FunctionDescriptor TWO_POINTERS =
      FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
  private static final FunctionDescriptor ONE_POINTER = FunctionDescriptor.of(JAVA_INT, ADDRESS);
  private static final FunctionDescriptor ONE_BYTE = FunctionDescriptor.of(JAVA_INT, JAVA_BYTE);

  private final Functions functions;
  private final CoreFoundation cf;
  private final String service;

  Keychain(Functions functions, String service) {
    this.functions = functions;
    this.cf = new CoreFoundation(functions);
    this.service = service;
  }

  /** Whether macOS may show a dialog, from now on and for the whole process. */
  void allowPrompts(boolean allowed) {
    try {
      check(
          (int)
              functions
                  .function("SecKeychainSetUserInteractionAllowed", ONE_BYTE)
                  .invokeExact((byte) (allowed ? 1 : 0)));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** The bytes of an account; the caller wipes them. */
  Optional<byte[]> read(String account) {
    Map<MemorySegment, MemorySegment> query = item(account);
    put(query, "kSecReturnData", cf.constant("kCFBooleanTrue"));
    put(query, "kSecMatchLimit", cf.constant("kSecMatchLimitOne"));
    return find(query).map(cf::bytes);
  }

  /** Keeps bytes under an account in place of those before, in one step. */
  void write(String account, String label, byte[] bytes) {
    Map<MemorySegment, MemorySegment> content = new HashMap<>();
    put(content, "kSecValueData", cf.data(bytes));
    if (update(account, content)) {
      return;
    }
    Map<MemorySegment, MemorySegment> added = item(account);
    added.putAll(content);
    put(added, "kSecAttrLabel", cf.string(label));
    int status = call("SecItemAdd", cf.dictionary(added), MemorySegment.NULL);
    if (status == DUPLICATE && update(account, content)) {
      return; // somebody else added it in between
    }
    check(status);
  }

  /** Removes an account; no complaint where there is none. */
  void delete(String account) {
    try {
      boolean _ =
          found(
              (int)
                  functions
                      .function("SecItemDelete", ONE_POINTER)
                      .invokeExact(cf.dictionary(item(account))));
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  /** The accounts. */
  List<String> accounts() {
    Map<MemorySegment, MemorySegment> query = items();
    put(query, "kSecReturnAttributes", cf.constant("kCFBooleanTrue"));
    put(query, "kSecMatchLimit", cf.constant("kSecMatchLimitAll"));
    MemorySegment account = cf.constant("kSecAttrAccount");
    return find(query).map(cf::elements).orElse(List.of()).stream()
        .flatMap(attributes -> cf.value(attributes, account).stream())
        .flatMap(name -> cf.text(name).stream())
        .toList();
  }

  @Override
  public void close() {
    cf.close();
  }

  private Optional<MemorySegment> find(Map<MemorySegment, MemorySegment> query) {
    MemorySegment result = cf.slot();
    return found(call("SecItemCopyMatching", cf.dictionary(query), result))
        ? Optional.of(cf.own(result.get(ADDRESS, 0)))
        : Optional.empty();
  }

  private boolean update(String account, Map<MemorySegment, MemorySegment> content) {
    return found(call("SecItemUpdate", cf.dictionary(item(account)), cf.dictionary(content)));
  }

  private int call(String function, MemorySegment first, MemorySegment second) {
    try {
      return (int) functions.function(function, TWO_POINTERS).invokeExact(first, second);
    } catch (Throwable e) {
      throw NativeLibrary.unexpected(e);
    }
  }

  private Map<MemorySegment, MemorySegment> item(String account) {
    Map<MemorySegment, MemorySegment> query = items();
    put(query, "kSecAttrAccount", cf.string(account));
    return query;
  }

  private Map<MemorySegment, MemorySegment> items() {
    Map<MemorySegment, MemorySegment> query = new HashMap<>();
    put(query, "kSecClass", cf.constant("kSecClassGenericPassword"));
    put(query, "kSecAttrService", cf.string(service));
    return query;
  }

  private void put(Map<MemorySegment, MemorySegment> query, String constant, MemorySegment value) {
    query.put(cf.constant(constant), value);
  }

  private static boolean found(int status) {
    if (status == NOT_FOUND) {
      return false;
    }
    check(status);
    return true;
  }

  private static void check(int status) {
    if (status != 0) {
      throw failure(status);
    }
  }

  private static SecretStoreUnavailable failure(int status) {
    return switch (status) {
      // errSecUserCanceled, errSecAuthFailed, errSecInteractionNotAllowed
      case -128, -25293, -25308 ->
          KeychainFailures.locked(
              "Unlock it (security unlock-keychain, or sign in to the desktop), let gatepass use"
                  + " it, and try again");
      // errSecNotAvailable, errSecNoSuchKeychain, errSecNoDefaultKeychain
      case -25291, -25294, -25307 ->
          KeychainFailures.absent(
              "this session has no login keychain", "Run gatepass in a desktop session");
      default -> KeychainFailures.failed("macOS Keychain, status " + status);
    };
  }
}
