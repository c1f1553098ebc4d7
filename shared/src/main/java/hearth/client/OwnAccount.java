package hearth.client;

import hearth.protocol.Action;
import hearth.protocol.Device;
import hearth.protocol.DeviceId;
import hearth.protocol.FaultException;
import hearth.protocol.Hidden;
import hearth.protocol.Request;
import hearth.protocol.Response;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What a person asks of a server for themselves: who they are there, what they keep from others,
/// and their devices. Safe from any thread; never waits.
public final class OwnAccount {
  private final Asker asker;

  OwnAccount(Asker asker) {
    this.asker = asker;
  }

  /// A code that adds a device to this person. Fails as [HearthClient#openDirect] does.
  public CompletableFuture<Response.DeviceCodeCreated> createDeviceCode() {
    return asker.ask(
        new Request.CreateDeviceCode(), Response.DeviceCodeCreated.class, code -> code);
  }

  /// This person's devices, this one first. Fails as [HearthClient#openDirect] does.
  public CompletableFuture<List<Device>> devices() {
    return asker.ask(new Request.ListDevices(), Response.Devices.class, Response.Devices::devices);
  }

  /// Signs a device of this person out. Fails as [HearthClient#openDirect] does.
  public CompletableFuture<Response.Done> removeDevice(DeviceId device) {
    return asker.ask(new Request.RemoveDevice(device), Response.Done.class, done -> done);
  }

  /// Gives this person another name. Fails as [HearthClient#openDirect] does: `NAME_TAKEN` for one
  /// that looks like another's.
  ///
  /// @throws FaultException at once where the name is not fit
  public CompletableFuture<Response.Done> setName(String name) {
    return asker.ask(new Request.SetName(name), Response.Done.class, done -> done);
  }

  /// Says something beside this person's name. Fails as [HearthClient#openDirect] does.
  ///
  /// @param text empty for nothing any more
  /// @param until when it ends by itself; null for no end
  /// @throws FaultException at once where the text is too long
  public CompletableFuture<Response.Done> setStatus(String text, @Nullable Instant until) {
    return asker.ask(new Request.SetStatus(text, until), Response.Done.class, done -> done);
  }

  /// Says until when this person does not want to be disturbed, on any device. Fails as
  /// [HearthClient#openDirect] does.
  ///
  /// @param until [Action.Mute#ALWAYS] for no end; null for no longer
  public CompletableFuture<Response.Done> setQuiet(@Nullable Instant until) {
    return asker.ask(new Request.SetQuiet(until), Response.Done.class, done -> done);
  }

  /// Keeps something of this person from the others, or no longer. Fails as
  /// [HearthClient#openDirect] does.
  public CompletableFuture<Response.Done> setHidden(Hidden what, boolean on) {
    return asker.ask(new Request.SetHidden(what, on), Response.Done.class, done -> done);
  }

  /// Blocks a person, who is not told, or no longer. Fails as [HearthClient#openDirect] does.
  public CompletableFuture<Response.Done> setBlocked(UserId user, boolean on) {
    return asker.ask(new Request.SetBlocked(user, on), Response.Done.class, done -> done);
  }
}
