package hearth.desktop.welcome;

import hearth.client.Identity;
import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Texts;
import hearth.desktop.live.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A server joined before, to be pressed.
final class KnownServerCell extends Button {
  KnownServerCell(Identity identity, Runnable open) {
    getStyleClass().add("known-server");
    setAccessibleText(
        Texts.of("welcome.known.open", identity.server().name(), identity.address().toString()));
    Avatar avatar = new Avatar(40);
    avatar.show(identity.server().name(), Words.tone(identity.server()));
    Label name = new Label(identity.server().name());
    name.getStyleClass().add("title");
    Label where =
        new Label(Texts.of("welcome.known.as", identity.address().toString(), identity.name()));
    where.getStyleClass().add("secondary");
    VBox words = new VBox(name, where);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label known = new Label(Texts.of("welcome.known"));
    known.getStyleClass().add("pill");
    known.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(12, avatar, words, known);
    row.setAlignment(Pos.CENTER_LEFT);
    setGraphic(row);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    row.prefWidthProperty().bind(widthProperty().subtract(26));
    setOnAction(press -> open.run());
  }
}
