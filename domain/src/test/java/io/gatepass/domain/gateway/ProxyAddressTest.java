package io.gatepass.domain.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyAddressTest {
  @Test
  void toolsArePointedAtLoopbackByAddressNotByName() {
    assertThat(new ProxyAddress(ProxyAddress.DEFAULT_PORT).origin())
        .isEqualTo("http://127.0.0.1:14000");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 80, 1023, 65536})
  void aPortOutsideTheRangeIsRejected(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProxyAddress(port))
        .withMessageContaining(Integer.toString(port));
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 65535})
  void theEndsOfTheRangeAreInIt(int port) {
    assertThat(new ProxyAddress(port).port()).isEqualTo(port);
  }
}
