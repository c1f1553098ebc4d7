package hearth.desktop.welcome;

import hearth.client.store.Identity;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A button that opens a server joined before.
final class KnownServerCell extends Button {
  KnownServerCell(Identity identity, Runnable open) {
    getStyleClass().add("known-server");
    setAccessibleText(
        Messages.get(
            "welcome.known.open", identity.server().name(), identity.address().toString()));
    Avatar avatar = new Avatar(40);
    avatar.show(identity.server().name(), Tone.of(identity.server()));
    Label name = new Label(identity.server().name());
    name.getStyleClass().add("title");
    Label where =
        new Label(Messages.get("welcome.known.as", identity.address().toString(), identity.name()));
    where.getStyleClass().add("secondary");
    VBox lines = new VBox(name, where);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    boolean plain = identity.address().plain();
    Label known = new Label(Messages.get(plain ? "welcome.known.plain" : "welcome.known"));
    known.getStyleClass().add("pill");
    if (plain) {
      known.getStyleClass().add("plain");
    }
    known.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(12, avatar, lines, known);
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    row.prefWidthProperty().bind(widthProperty().subtract(26));
    setOnAction(press -> open.run());
  }
}
