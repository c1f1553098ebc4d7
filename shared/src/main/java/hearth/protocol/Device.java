package hearth.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One of a person's devices, as the person sees it.
///
/// @param name what it called itself when it was added; empty where it did not say
/// @param lastSeen when it was last connected; null where nobody knows
/// @param online whether it is connected now
/// @param current whether it is the one that asks
public record Device(
    DeviceId id, String name, @Nullable Instant lastSeen, boolean online, boolean current) {

  /// A device's name in the form that a server takes; empty for none.
  ///
  /// @throws FaultException `NAME_TOO_LONG` or `NAME_CHARACTERS`
  public static String checkedName(String name) {
    return name.isEmpty() ? "" : Checks.name(name);
  }
}
