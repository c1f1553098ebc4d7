package hearth.desktop.hosting;

import hearth.desktop.fx.ViewLoader;
import hearth.desktop.text.Messages;
import java.util.List;
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

/// The dialog that shows the host which address others can join with.
public final class InviteView {
  private final String serverName;
  private final List<String> addresses;
  private final String link;
  private final Runnable close;
  private final VBox root;

  @FXML private Label heading;
  @FXML private TextField address;
  @FXML private TextField linkField;
  @FXML private Button copy;
  @FXML private Label copied;
  @FXML private Label others;

  /// Creates the dialog.
  ///
  /// @param addresses at least one, the best first
  /// @param link the best address with the server's key
  public InviteView(String serverName, List<String> addresses, String link, Runnable close) {
    this.serverName = serverName;
    this.addresses = addresses;
    this.link = link;
    this.close = close;
    this.root = ViewLoader.load(this, "invite.fxml", VBox.class);
  }

  public Region root() {
    return root;
  }

  public Node first() {
    return copy;
  }

  @FXML
  void initialize() {
    heading.setText(Messages.get("invite.title", serverName));
    address.setText(addresses.getFirst());
    linkField.setText(link);
    List<String> more = addresses.stream().skip(1).filter(InviteView::isEasy).toList();
    others.setText(Messages.get("invite.others", String.join(", ", more)));
    others.setVisible(!more.isEmpty());
    others.setManaged(!more.isEmpty());
  }

  /// Whether others can reach this address and a person can easily type it.
  private static boolean isEasy(String address) {
    return !address.startsWith("[") && !address.startsWith("127.");
  }

  @FXML
  void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(link);
    Clipboard.getSystemClipboard().setContent(content);
    copied.setText(Messages.get("invite.copied"));
    copy.setGraphic(new FontIcon("fth-check"));
  }

  @FXML
  void close() {
    close.run();
  }
}
