package hearth.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Chat;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole table, asked by hand.
class ServerPolicyTest {
  @ParameterizedTest
  @CsvSource({"GROUP,", "DIRECT,", "LOBBY, NOT_ALLOWED", "UNKNOWN, NOT_ALLOWED"})
  void theOwnerDeletesAnyChatButTheLobby(Chat.Kind kind, @Nullable Fault refusal) {
    assertThat(fault(() -> ServerPolicy.checkDeletion(true, kind))).isEqualTo(refusal);
  }

  @ParameterizedTest
  @EnumSource(Chat.Kind.class)
  void nobodyElseDeletesAChat(Chat.Kind kind) {
    assertThat(fault(() -> ServerPolicy.checkDeletion(false, kind)))
        .isEqualTo(Fault.SERVER_OWNER_ONLY);
  }

  @Test
  void theOwnerRemovesAnybodyButOwners() {
    assertThat(fault(() -> ServerPolicy.checkRemoval(true, false))).isNull();
    assertThat(fault(() -> ServerPolicy.checkRemoval(true, true)))
        .isEqualTo(Fault.SERVER_OWNER_STAYS);
    assertThat(fault(() -> ServerPolicy.checkRemoval(false, false)))
        .isEqualTo(Fault.SERVER_OWNER_ONLY);
    assertThat(fault(() -> ServerPolicy.checkRemoval(false, true)))
        .as("nobody learns who owns it")
        .isEqualTo(Fault.SERVER_OWNER_ONLY);
  }

  private static @Nullable Fault fault(ThrowingCallable asked) {
    FaultException refused = catchThrowableOfType(FaultException.class, asked);
    return refused == null ? null : refused.fault();
  }
}
