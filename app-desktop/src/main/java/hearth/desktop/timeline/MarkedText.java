package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.markdown.Markdown;
import hearth.desktop.richtext.TextSelection;
import hearth.protocol.Content;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What of the messages' text is marked with the mouse: in one message, or from one to another,
/// also out of sight. Confined to the FX thread.
final class MarkedText {
  private final TimelineViewModel model;
  private final AnchoredList<TimelineItem> list;
  private final EdgeScroll edges;
  private TextStretch stretch = TextStretch.NONE;

  /// Where the marking began; null before it does, and in a message that is not sent yet.
  private TextStretch.@Nullable Place anchor;

  /// The text in which it began; null if nothing is marked.
  private @Nullable TextBody body;

  private Point2D mouse = Point2D.ZERO;

  MarkedText(TimelineViewModel model, AnchoredList<TimelineItem> list) {
    this.model = model;
    this.list = list;
    this.edges = new EdgeScroll(this::scroll);
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    list.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> edges.stop());
  }

  /// A press anywhere ends what was marked, but for one that extends it.
  private void press(MouseEvent press) {
    if (press.getButton() == MouseButton.PRIMARY && !press.isShiftDown()) {
      forget();
    }
  }

  /// What the mouse does in the text of a row.
  TextSelection.Mouse of(RowFrame frame) {
    return new TextSelection.Mouse() {
      @Override
      public void pressed(int index, boolean extending) {
        begin(frame, index, extending);
      }

      @Override
      public void dragged(MouseEvent drag) {
        move(drag);
      }
    };
  }

  /// Marking begins in the text of a row, or goes on to there.
  private void begin(RowFrame frame, int index, boolean extending) {
    TextStretch.Place here = placeIn(frame, index);
    if (extending && anchor != null && here != null) {
      mark(here);
    } else {
      forget();
      anchor = here;
      body = frame.words();
    }
  }

  private static TextStretch.@Nullable Place placeIn(RowFrame frame, int index) {
    long seq = frame.row().seq();
    return seq > 0 ? new TextStretch.Place(seq, index) : null;
  }

  /// The mouse that is held has moved.
  private void move(MouseEvent drag) {
    mouse = new Point2D(drag.getSceneX(), drag.getSceneY());
    if (anchor == null) {
      if (body != null) {
        body.markTo(mouse);
      }
      return;
    }
    double y = list.sceneToLocal(mouse).getY();
    edges.beyond(y < 0 ? y : Math.max(0, y - list.getHeight()));
    reach();
  }

  private void scroll(double distance) {
    list.scroll(distance);
    list.layout();
    reach();
  }

  /// Marks up to where the mouse is, or up to the edge that it is beyond.
  private void reach() {
    double y = Math.clamp(list.sceneToLocal(mouse).getY(), 0, Math.max(0, list.getHeight() - 1));
    for (RowCell<TimelineItem> cell : list.cells()) {
      double top = cell.node().getLayoutY();
      if (cell instanceof RowFrame frame && y >= top && y < top + frame.getHeight()) {
        TextStretch.Place there = placeIn(frame, frame.words().indexAt(mouse));
        mark(there == null ? new TextStretch.Place(Long.MAX_VALUE, 0) : there);
      }
    }
  }

  private void mark(TextStretch.Place there) {
    if (anchor != null) {
      stretch = TextStretch.between(anchor, there);
      frames().forEach(this::show);
    }
  }

  private List<RowFrame> frames() {
    return list.cells().stream()
        .filter(RowFrame.class::isInstance)
        .map(RowFrame.class::cast)
        .toList();
  }

  /// Shows what is marked in a row that comes into sight.
  void show(RowFrame frame) {
    long seq = frame.row().seq();
    if (!stretch.isEmpty()) {
      frame.words().mark(stretch.start(seq), stretch.end(seq, Integer.MAX_VALUE));
    }
  }

  void forget() {
    edges.stop();
    boolean any = !stretch.isEmpty();
    stretch = TextStretch.NONE;
    anchor = null;
    if (any) {
      frames().forEach(frame -> frame.words().clear());
    } else if (body != null) {
      body.clear();
    }
    body = null;
  }

  /// Whether a row is one of several that are marked together.
  boolean isAcross(TimelineRow row) {
    return stretch.isAcross() && stretch.touches(row.seq());
  }

  /// What is copied: the marked words, and of several messages a line for each.
  String text() {
    if (stretch.isEmpty()) {
      return body == null ? "" : body.marked();
    }
    List<TimelineRow> rows =
        model.items().stream().map(TimelineItem::row).filter(row -> !part(row).isBlank()).toList();
    return rows.size() == 1
        ? part(rows.getFirst())
        : rows.stream()
            .map(row -> CopiedText.line(model, row, part(row)))
            .collect(Collectors.joining("\n"));
  }

  private String part(TimelineRow row) {
    return row.seq() > 0
            && stretch.touches(row.seq())
            && row.content() instanceof Content.Text(String written)
        ? stretch.in(row.seq(), Markdown.format(written, model.display()::mention).text())
        : "";
  }
}
