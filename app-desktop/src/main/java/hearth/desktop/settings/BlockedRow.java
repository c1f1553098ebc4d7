package hearth.desktop.settings;

import hearth.desktop.fx.Avatar;
import hearth.desktop.fx.Tone;
import hearth.desktop.text.Messages;
import hearth.protocol.Blocked;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Somebody who is blocked: who it is, since when, and the button that ends it.
final class BlockedRow extends HBox {
  BlockedRow(PrivacyViewModel model, Blocked person) {
    getStyleClass().add("blocked");
    setAlignment(Pos.CENTER_LEFT);
    Avatar avatar = new Avatar(32);
    avatar.show(model.name(person), Tone.of(person.user()));
    Label name = new Label(model.name(person));
    Label since = new Label(model.since(person));
    since.getStyleClass().add("secondary");
    VBox lines = new VBox(name, since);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    Button unblock = new Button(Messages.get("unblock-question.yes"));
    unblock.getStyleClass().addAll("wide", "unblock");
    unblock.setAccessibleText(Messages.get("privacy.blocked.end", model.name(person)));
    unblock.setMinWidth(Region.USE_PREF_SIZE);
    unblock.setOnAction(press -> model.unblock(person.user()));
    getChildren().addAll(avatar, lines, unblock);
  }
}
