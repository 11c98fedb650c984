package io.gatepass.adapters.fs.secret.keychain.dbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BusAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unix:path=/run/user/1000/bus                          | /run/user/1000/bus
          unix:path=/tmp/dbus-x,guid=0123                       | /tmp/dbus-x
          unix:guid=0123,path=/tmp/dbus-x                       | /tmp/dbus-x
          unix:path=/tmp/dbus-x;tcp:host=127.0.0.1,port=1234    | /tmp/dbus-x
          unix:path=/tmp/a%20b%2cc%C3%A9                        | /tmp/a b,cé
          """)
  void aSocketInAFileIsFound(String address, String socket) {
    assertThat(BusAddress.socket(address)).contains(Path.of(socket));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unix:",
        "unix:path=",
        "unix:path=relative",
        "unix:abstract=/tmp/dbus-x,guid=0123",
        "tcp:host=127.0.0.1,port=1234;unix:path=/tmp/dbus-x",
        "unixexec:path=/tmp/dbus-x",
        "unix:path=/tmp/%",
        "unix:path=/tmp/%4",
        "unix:path=/tmp/%zz",
        "unix:path=/tmp/%00"
      })
  void anythingElseIsLeftToLibsecret(String address) {
    assertThat(BusAddress.socket(address)).isEmpty();
  }
}
