package hearth.desktop.richtext;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Hands out the nodes that a block has for its pieces, and makes more where they do not suffice.
/// Confined to the FX thread.
final class PieceNodes {
  private static final int SPARE = 6;
  private static final String LINK = "text-link";

  private final ObservableList<Node> children;
  private final Text model;
  private final Pool<Text> plain = new Pool<>();
  private final Pool<Text> formatted = new Pool<>();
  private final Pool<ImageView> images = new Pool<>();

  /// No nodes.
  ///
  /// @param children where they are added
  /// @param model whose font and fill all texts have
  PieceNodes(ObservableList<Node> children, Text model) {
    this.children = children;
    this.model = model;
  }

  /// Begins to hand out all nodes again.
  void begin() {
    plain.used = 0;
    formatted.used = 0;
    images.used = 0;
  }

  Text plain(String shown) {
    Text node = plain.hasNext() ? plain.next() : plain.add(text());
    if (!node.fontProperty().isBound()) {
      node.fontProperty().bind(model.fontProperty());
      node.fillProperty().bind(model.fillProperty());
    }
    node.setText(shown);
    return node;
  }

  /// A text of another look.
  Text formatted(String shown, Look look, FxShaper shaper) {
    Text node = formatted.hasNext() ? formatted.next() : formatted.add(text());
    node.getStyleClass().remove(LINK);
    if (look.link() == null) {
      node.fillProperty().bind(model.fillProperty());
    } else {
      node.fillProperty().unbind();
      node.getStyleClass().add(LINK);
    }
    node.setFont(shaper.font(look.face()));
    node.setStrikethrough(look.struck());
    node.setText(shown);
    return node;
  }

  private static Text text() {
    Text text = new Text();
    text.setTextOrigin(VPos.TOP);
    return text;
  }

  ImageView image(@Nullable Image image, double size) {
    ImageView node = images.hasNext() ? images.next() : images.add(new ImageView());
    node.setImage(image);
    node.setFitWidth(size);
    node.setFitHeight(size);
    return node;
  }

  /// Keeps some of the nodes that are not needed now, for the next text.
  void hideRest() {
    plain.rest().forEach(text -> text.setText(""));
    formatted.rest().forEach(text -> text.setText(""));
    images.rest().forEach(image -> image.setImage(null));
    plain.drop();
    formatted.drop();
    images.drop();
  }

  /// Nodes of one kind.
  private final class Pool<N extends Node> {
    private final List<N> nodes = new ArrayList<>();
    private int used;

    boolean hasNext() {
      return used < nodes.size();
    }

    N next() {
      N node = nodes.get(used++);
      node.setVisible(true);
      return node;
    }

    N add(N node) {
      node.setManaged(false);
      node.setMouseTransparent(true);
      nodes.add(node);
      children.add(node);
      used++;
      return node;
    }

    List<N> rest() {
      return nodes.subList(used, nodes.size());
    }

    void drop() {
      rest().forEach(node -> node.setVisible(false));
      if (nodes.size() > used + SPARE) {
        List<N> most = nodes.subList(used + SPARE, nodes.size());
        children.removeAll(most);
        most.clear();
      }
    }
  }
}
