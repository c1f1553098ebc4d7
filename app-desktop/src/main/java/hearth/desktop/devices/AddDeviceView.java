package hearth.desktop.devices;

import hearth.client.link.Address;
import hearth.desktop.fx.ErrorLabel;
import hearth.desktop.fx.ViewLoader;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.DeviceCode;
import hearth.protocol.Response;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dialog with a new code for another device, and the link that has it. Confined to the FX
/// thread.
public final class AddDeviceView {
  private final Address invitation;
  private final Runnable close;
  private final VBox root;

  @FXML private VBox parts;
  @FXML private TextField codeField;
  @FXML private TextField linkField;
  @FXML private Label validity;
  @FXML private Button copy;
  @FXML private Label copied;
  @FXML private ErrorLabel error;
  @FXML private Button closing;

  /// Makes the dialog, and asks for the code.
  ///
  /// @param invitation where another device reaches the server
  /// @param closed called when the dialog was closed
  public AddDeviceView(
      ServerViewModel server, Address invitation, Runnable close, Runnable closed) {
    this.invitation = invitation;
    this.close = close;
    this.root = ViewLoader.load(this, "add-device.fxml", VBox.class);
    server.whenDone(
        server.client().account().createDeviceCode(),
        this::show,
        failure -> error.setText(ErrorText.of(failure)));
    root.sceneProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                closed.run();
              }
            });
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return closing;
  }

  private void show(Response.DeviceCodeCreated made) {
    DeviceCode code = made.code();
    codeField.setText(code.shown());
    linkField.setText(invitation.with(code).toString());
    validity.setText(Messages.get("add-device.validity", made.validMillis() / 60_000));
    parts.setDisable(false);
    if (closing.isFocused()) {
      copy.requestFocus();
    }
  }

  @FXML
  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(linkField.getText());
    Clipboard.getSystemClipboard().setContent(content);
    copied.setText(Messages.get("add-device.copied"));
    copy.setGraphic(new FontIcon("fth-check"));
  }

  @FXML
  void close() {
    close.run();
  }
}
