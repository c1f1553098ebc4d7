package hearth.desktop.timeline;

import hearth.client.model.ChatItem;
import hearth.client.model.TimelineRow;
import hearth.desktop.fx.DeliverySign;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.protocol.ChatId;
import hearth.protocol.Marker;
import hearth.protocol.UserId;
import java.util.List;
import java.util.stream.Stream;

/// How far the messages of one chat have come. Confined to the FX thread.
public final class Receipts {
  private final ServerViewModel server;
  private final DisplayText display;
  private final ChatId chat;

  Receipts(ServerViewModel server, DisplayText display, ChatId chat) {
    this.server = server;
    this.display = display;
    this.chat = chat;
  }

  /// Where a message of one's own is; meaningless for others' rows.
  public Stage stage(TimelineRow row) {
    return switch (row) {
      case TimelineRow.Unsent unsent -> unsent.pending().failed() ? Stage.FAILED : Stage.PENDING;
      case TimelineRow.Committed committed ->
          committed.pending() ? Stage.PENDING : progress(committed.seq());
    };
  }

  /// The sign of where a message of one's own is.
  DeliverySign sign(TimelineRow row) {
    return switch (stage(row)) {
      case PENDING -> DeliverySign.CLOCK;
      case SENT -> DeliverySign.ONE;
      case DELIVERED -> DeliverySign.TWO;
      case READ -> DeliverySign.TWO_COLOURED;
      case FAILED -> DeliverySign.NONE;
    };
  }

  private Stage progress(long seq) {
    return switch (server
        .chat(chat)
        .map(item -> item.receipts().progressOf(seq))
        .orElse(ChatItem.Progress.SENT)) {
      case SENT -> Stage.SENT;
      case DELIVERED -> Stage.DELIVERED;
      case READ -> Stage.READ;
    };
  }

  /// Who else has seen a message.
  public List<UserId> readBy(TimelineRow.Committed message) {
    return others(message)
        .filter(marker -> marker.read() >= message.seq())
        .map(Marker::user)
        .toList();
  }

  /// Who else has a message on a device but has not seen it.
  public List<UserId> deliveredTo(TimelineRow.Committed message) {
    long seq = message.seq();
    return others(message)
        .filter(marker -> marker.delivered() >= seq && marker.read() < seq)
        .map(Marker::user)
        .toList();
  }

  private Stream<Marker> others(TimelineRow.Committed message) {
    return server.chat(chat).map(item -> item.receipts().markers()).orElse(List.of()).stream()
        .filter(marker -> !display.isMe(marker.user()))
        .filter(marker -> !marker.user().equals(message.row().author()));
  }

  /// How far a message of one's own has come.
  public enum Stage {
    PENDING,
    SENT,
    DELIVERED,
    READ,
    FAILED
  }
}
