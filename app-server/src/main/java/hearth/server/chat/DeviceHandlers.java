package hearth.server.chat;

import hearth.protocol.Device;
import hearth.protocol.DeviceId;
import hearth.protocol.Request.RemoveDevice;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import hearth.server.account.Accounts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Handles what a person asks about their devices. Safe from any thread; never waits.
final class DeviceHandlers {
  private static final Comparator<Device> ORDER =
      Comparator.comparing(Device::current)
          .thenComparing(Device::online)
          .thenComparing(DeviceHandlers::seen)
          .reversed();

  private final Accounts accounts;
  private final Publisher publisher;
  private final BlockingTasks blocking;
  private final SessionLifecycle lifecycle;

  DeviceHandlers(
      Accounts accounts, Publisher publisher, BlockingTasks blocking, SessionLifecycle lifecycle) {
    this.accounts = accounts;
    this.publisher = publisher;
    this.blocking = blocking;
    this.lifecycle = lifecycle;
  }

  private static Instant seen(Device device) {
    Instant seen = device.lastSeen();
    return seen == null ? Instant.EPOCH : seen;
  }

  void createCode(RequestContext context) {
    UserId me = context.user();
    blocking.read(context, () -> accounts.createCode(me));
  }

  void list(RequestContext context) {
    var _ = context.user();
    publisher.offer(
        () ->
            context.attempt(
                () -> {
                  Set<DeviceId> online = lifecycle.devicesOf(context.user());
                  blocking.read(context, () -> devices(context, online));
                }));
  }

  private Response devices(RequestContext context, Set<DeviceId> online) {
    DeviceId current = context.session().account().device();
    List<Device> devices =
        accounts.devices(context.user()).stream()
            .map(
                device ->
                    new Device(
                        device.id(),
                        device.name(),
                        device.lastSeen(),
                        online.contains(device.id()),
                        device.id().equals(current)))
            .sorted(ORDER)
            .toList();
    return new Response.Devices(devices);
  }

  /// Who signs out the own device is answered first.
  void remove(RequestContext context, RemoveDevice request) {
    UserId me = context.user();
    accounts.removeDevice(
        me,
        request.device(),
        context.whenCommitted(
            removed -> {
              context.answer(new Response.Done());
              if (removed) {
                lifecycle.signedOut(me, request.device());
              }
            }));
  }
}
