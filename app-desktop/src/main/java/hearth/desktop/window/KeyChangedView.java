package hearth.desktop.window;

import hearth.desktop.fx.Overlay;
import hearth.desktop.text.Messages;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page over everything else that says that a server shows another key than the one that is
/// known: what it may mean, both keys, and two ways on. Confined to the FX thread.
final class KeyChangedView {
  private static final int GROUP = 4;

  private final ScrollPane root;
  private final Button stay = new Button(Messages.get("key.stay"));

  private KeyChangedView(Keys keys, Runnable close, Runnable trust) {
    Label heading = new Label(Messages.get("key.title", keys.server()));
    heading.setWrapText(true);
    heading.setMinHeight(Region.USE_PREF_SIZE);
    heading.getStyleClass().add("key-title");
    heading.setGraphic(new FontIcon("fth-alert-octagon"));
    Button trusts = new Button(Messages.get("key.trust"));
    trusts.setId("trust");
    trusts.getStyleClass().addAll("wide", "danger");
    trusts.setOnAction(press -> trust.run());
    stay.setId("stay");
    stay.getStyleClass().addAll("wide", "accent");
    stay.setOnAction(press -> close.run());
    FlowPane buttons = new FlowPane(12, 12, trusts, stay);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox page =
        new VBox(
            heading,
            words("key.danger"),
            words("key.what"),
            key("key.known", keys.known(), "known"),
            key("key.shown", keys.shown(), "shown"),
            words("key.check"),
            buttons);
    page.getStyleClass().add("key-page");
    page.setMaxWidth(640);
    HBox middle = new HBox(page);
    middle.setAlignment(Pos.CENTER);
    middle.setFillHeight(false);
    HBox.setHgrow(page, Priority.ALWAYS);
    root = new ScrollPane(middle);
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    root.getStyleClass().add("key-changed");
  }

  /// Shows the page. Trusting the new key closes it.
  static void open(Overlay overlay, Keys keys, Runnable trust) {
    KeyChangedView view =
        new KeyChangedView(
            keys,
            overlay::close,
            () -> {
              overlay.close();
              trust.run();
            });
    overlay.openPage(view.root, view.stay);
  }

  private static Label words(String key) {
    Label words = new Label(Messages.get(key));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    return words;
  }

  private static Node key(String title, String fingerprint, String style) {
    Label name = new Label(Messages.get(title));
    name.getStyleClass().add("section");
    Label digits = new Label(grouped(fingerprint));
    digits.getStyleClass().addAll("fingerprint", style);
    digits.setWrapText(true);
    digits.setMinHeight(Region.USE_PREF_SIZE);
    digits.setMaxWidth(Double.MAX_VALUE);
    VBox box = new VBox(6, name, digits);
    box.setAccessibleText(name.getText() + " " + digits.getText());
    return box;
  }

  private static String grouped(String fingerprint) {
    return fingerprint.toLowerCase(Locale.ROOT).replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
  }

  /// Of whom it is told.
  ///
  /// @param known the fingerprint of the key that this device knows
  /// @param shown the one that was shown instead
  record Keys(String server, String known, String shown) {}
}
