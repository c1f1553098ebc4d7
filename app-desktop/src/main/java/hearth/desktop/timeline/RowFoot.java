package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.protocol.Fault;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What stands under a bubble, at its side: the reactions, and why a message was not sent. Confined
/// to the FX thread.
final class RowFoot {
  private static final double ABOVE_REACTIONS = 4;
  private static final double BELOW_REACTIONS = 5;
  private static final double ABOVE_FAILURE = 2;

  private final MessageActions actions;
  private final Part<ReactionChips> reactions;
  private final Part<FailedLine> failed;

  /// Nothing at first.
  ///
  /// @param siblings where the parts are added
  /// @param chips makes the reactions
  RowFoot(ObservableList<Node> siblings, MessageActions actions, Supplier<ReactionChips> chips) {
    this.actions = actions;
    this.reactions = Part.last(siblings, chips);
    this.failed = Part.last(siblings, () -> new FailedLine(actions::retry, actions::discard));
  }

  void show(TimelineRow row, boolean mine) {
    if (ReactionChips.of(row).isEmpty()) {
      reactions.hide();
    } else {
      ReactionChips shown = reactions.show();
      shown.show(row, actions.may("react", row));
      shown.setAlignment(mine ? Pos.TOP_RIGHT : Pos.TOP_LEFT);
    }
    Fault why = FailedLine.why(row);
    if (why == null) {
      failed.hide();
    } else {
      failed.show().show(row, why);
    }
  }

  /// The reactions; null where there are none.
  @Nullable ReactionChips reactions() {
    return reactions.shown();
  }

  /// Whether something failed.
  boolean isFailed() {
    return failed.isShown();
  }

  /// Puts the parts below each other and returns where they end.
  ///
  /// @param bubble where the bubble is, from side to side, and how far the parts may go
  /// @param moving whether they are put there, or only measured
  double place(double y, Side bubble, boolean moving) {
    double end = y;
    ReactionChips chips = reactions.shown();
    if (chips != null) {
      end = place(chips, end + ABOVE_REACTIONS, bubble.spared(), moving) + BELOW_REACTIONS;
    }
    FailedLine line = failed.shown();
    return line == null ? end : place(line, end + ABOVE_FAILURE, bubble, moving);
  }

  private static double place(Region part, double y, Side bubble, boolean moving) {
    double wide = Math.min(bubble.most(), Math.ceil(part.prefWidth(-1)));
    double high = Math.ceil(part.prefHeight(wide));
    if (moving) {
      double x = bubble.right() ? bubble.edge() - wide : bubble.edge();
      part.resizeRelocate(x, y, wide, high);
    }
    return y + high;
  }

  /// The side of the row that the bubble stands at.
  ///
  /// @param edge where it begins, or ends at the right
  /// @param most how wide a part may be
  /// @param beside room within that for what stands beside the bubble
  record Side(double edge, double most, double beside, boolean right) {
    Side spared() {
      return new Side(edge, most - beside, 0, right);
    }
  }
}
