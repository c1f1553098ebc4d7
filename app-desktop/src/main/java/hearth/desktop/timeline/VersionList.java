package hearth.desktop.timeline;

import hearth.desktop.markdown.Markdown;
import hearth.desktop.richtext.TextBlock;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.Messages;
import hearth.protocol.Content;
import hearth.protocol.Version;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a message held before it was edited, newest first.
final class VersionList {
  private static final double WIDTH = 320;
  private static final double MAX_HEIGHT = 280;

  private final DisplayText display;
  private final VBox lines = new VBox();
  private final VBox root;

  VersionList(DisplayText display) {
    this.display = display;
    Label heading = new Label(Messages.get("message.versions.title"));
    heading.getStyleClass().add("section");
    lines.getStyleClass().add("versions");
    lines.getChildren().add(secondary("…"));
    ScrollPane scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    scroll.setPrefWidth(WIDTH);
    scroll.setMaxHeight(MAX_HEIGHT);
    root = new VBox(heading, scroll);
    root.getStyleClass().add("popup-box");
  }

  Region root() {
    return root;
  }

  /// Shows all versions but the present one.
  ///
  /// @param versions oldest first, the present one last
  void show(List<Version> versions) {
    List<Version> earlier = versions.subList(0, Math.max(0, versions.size() - 1)).reversed();
    lines.getChildren().setAll(earlier.stream().map(this::line).toList());
    if (earlier.isEmpty()) {
      lines.getChildren().add(secondary(Messages.get("message.versions.none")));
    }
    root.autosize();
  }

  void refuse(String why) {
    lines.getChildren().setAll(secondary(why));
    root.autosize();
  }

  private Node line(Version version) {
    TextBlock text = new TextBlock("version-text");
    if (version.content() instanceof Content.Text(String written)) {
      text.setText(Markdown.format(written, display::mention));
    } else {
      text.setText(new ActionText(display).preview(version.content()));
    }
    return new VBox(2, secondary(display.times().moment(version.at())), text);
  }

  private static Label secondary(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("secondary");
    label.setWrapText(true);
    return label;
  }
}
