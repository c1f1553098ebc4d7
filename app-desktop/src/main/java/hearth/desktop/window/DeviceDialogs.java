package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.desktop.devices.AddDeviceView;
import hearth.desktop.devices.DevicesView;
import hearth.desktop.devices.DevicesViewModel;
import hearth.desktop.fx.Overlay;
import hearth.desktop.hosting.Hosting;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.Times;
import hearth.protocol.ServerInfo;
import java.util.Optional;

/// Opens the dialogs about the devices of this person. Confined to the FX thread.
final class DeviceDialogs {
  private final ServerViewModel server;
  private final ScreenContext context;

  DeviceDialogs(ServerViewModel server, ScreenContext context) {
    this.server = server;
    this.context = context;
  }

  /// Opens the list; empty where the server knows only one device per person.
  Optional<Runnable> opener() {
    return server.offers("devices") ? Optional.of(this::open) : Optional.empty();
  }

  private void open() {
    Overlay overlay = context.overlay();
    boolean hostedElsewhere = server.isOwner() && !context.hosting().isRunning();
    DevicesViewModel model =
        new DevicesViewModel(server, new Times(context.time()), hostedElsewhere);
    DevicesView view =
        new DevicesView(
            model,
            (question, confirmed) -> QuestionView.open(overlay, question, confirmed),
            () -> add(model),
            overlay::close);
    overlay.open(view.root(), view.first());
  }

  private void add(DevicesViewModel model) {
    Overlay overlay = context.overlay();
    AddDeviceView view = new AddDeviceView(server, invitation(), overlay::close, model::load);
    overlay.open(view.root(), view.first());
  }

  /// Where another device reaches the server: a host is reached by the machine's own addresses.
  private Address invitation() {
    Address here = server.addressProperty().get();
    ServerInfo info = server.serverProperty().get();
    Address known = here == null ? new Address("127.0.0.1", 1) : here;
    if (context.hosting().stateProperty().get() instanceof Hosting.Running running) {
      return Address.parse(running.link()).orElse(known);
    }
    return known.plain() || info == null
        ? known
        : new Address(known.host(), known.port(), false, info.id());
  }
}
