package hearth.desktop.hosting;

import hearth.desktop.text.Messages;
import hearth.server.StartException;
import org.jspecify.annotations.Nullable;

/// The server did not start.
public final class HostingException extends Exception {
  private static final long serialVersionUID = 2;

  private final StartException.@Nullable Reason reason;
  private final int port;
  private final int freePort;
  private final boolean broken;

  /// The server refused to start.
  ///
  /// @param port the port it was to use
  HostingException(StartException refused, int port) {
    super(refused);
    this.reason = refused.reason();
    this.port = port;
    this.freePort = refused.freePort().orElse(0);
    this.broken = false;
  }

  /// Something unexpected happened.
  HostingException(RuntimeException unexpected) {
    super(unexpected);
    this.reason = null;
    this.port = 0;
    this.freePort = 0;
    this.broken = false;
  }

  /// The server ran, and has stopped because of an error.
  static HostingException broken() {
    return new HostingException();
  }

  private HostingException() {
    this.reason = null;
    this.port = 0;
    this.freePort = 0;
    this.broken = true;
  }

  /// What happened and what to do next, in the language of now.
  public String sentence() {
    return switch (reason) {
      case null -> Messages.get(broken ? "hosting.broken" : "hosting.failed");
      case NAME_UNFIT -> Messages.get("fault.name.characters");
      case KEY_UNFIT -> Messages.get("hosting.key");
      case PORT_IN_USE -> Messages.get("hosting.port", String.valueOf(port));
      case PORT_REFUSED, ADDRESS_NOT_HERE ->
          Messages.get("hosting.port-refused", String.valueOf(port));
      case DATA_LOCKED -> Messages.get("hosting.locked");
      case DATA_NOT_WRITABLE -> Messages.get("hosting.not-writable");
      case DATA_DAMAGED, DATA_NOT_OURS -> Messages.get("hosting.damaged");
      case DATA_TOO_NEW -> Messages.get("hosting.too-new");
    };
  }

  /// A free port if the wanted one is in use; 0 if another port does not help.
  public int freePort() {
    return freePort;
  }
}
