package hearth.client.model;

import hearth.client.store.Pending;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.Preferences;
import hearth.protocol.SendId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the person does, from the [Outbox] to the answer of the server. Confined to the client
/// thread.
public final class OwnActions {
  private final Outbox outbox;
  private final KnownChats chats;
  private final Drafts drafts;
  private final LogFold fold;
  private final InstantSource clock;
  private final Consumer<Change> told;

  OwnActions(
      Outbox outbox,
      KnownChats chats,
      Drafts drafts,
      LogFold fold,
      InstantSource clock,
      Consumer<Change> told) {
    this.outbox = outbox;
    this.chats = chats;
    this.drafts = drafts;
    this.fold = fold;
    this.clock = clock;
    this.told = told;
  }

  /// The person did something.
  public void add(Pending pending) {
    outbox.add(pending);
    ChatState state = chats.one(pending.chat());
    if (state == null) {
      return; // it shows with its chat, which the overview may bring yet
    }
    if (pending.action() instanceof Action.Post) {
      state.wrote(pending.at());
    }
    if (pending.action() instanceof Action.MarkUnread(long from) && from > 0) {
      fold.setPreferences(state, state.preferences().after(new Action.MarkUnread(from)));
    }
    chats.touch(pending.chat());
  }

  /// The server has taken an action of this device.
  public void acknowledged(Pending pending, long seq) {
    ChatState state = chats.one(pending.chat());
    if (state == null) {
      outbox.remove(pending.sendId());
    } else if (pending.action() instanceof Action.Personal action) {
      outbox.remove(pending.sendId());
      set(pending.chat(), state.preferences().after(action));
    } else {
      outbox.acknowledge(pending.sendId(), seq, state.log().tail());
      if (pending.action() instanceof Action.Post) {
        state.wrote(clock.instant());
      }
      chats.touch(pending.chat());
    }
  }

  /// The server has refused an action of this device for good. A chat that is gone has been left.
  public void refused(Pending pending, Fault why) {
    ChatId chat = pending.chat();
    boolean left =
        why == Fault.CHAT_UNKNOWN
            && pending.action().equals(new Action.RemoveMember(chats.me(chat)));
    if (pending.action() instanceof Action.Post && chats.one(chat) != null) {
      outbox.mark(pending.sendId(), why);
    } else {
      outbox.remove(pending.sendId());
      if (!left) {
        told.accept(new Change.ActionRefused(chat, pending.action(), why));
      }
    }
    chats.touch(chat);
  }

  /// The server has told this device to wait before it writes in a chat.
  public void waits(ChatId chat, Duration wait) {
    ChatState state = chats.one(chat);
    if (state != null) {
      state.waits(clock.instant().plus(wait));
      chats.touch(chat);
    }
  }

  /// The person wants a refused message to be tried again.
  public void retry(SendId sendId) {
    touchIfThere(outbox.mark(sendId, null));
  }

  /// The person gave up a message that failed.
  public void discard(SendId sendId) {
    touchIfThere(outbox.remove(sendId));
  }

  private void touchIfThere(@Nullable Pending pending) {
    if (pending != null) {
      chats.touch(pending.chat());
    }
  }

  /// Keeps what the person has begun to write; empty forgets it.
  public void draft(ChatId chat, String text) {
    if (drafts.put(chat, text)) {
      chats.touch(chat);
    }
  }

  /// Whether seeing a row ends what the person has marked as unread.
  public boolean endsMark(ChatId chat, long seq) {
    ChatState state = chats.one(chat);
    return state != null && state.endsMark(seq) && !outbox.holds(chat, Action.MarkUnread.class);
  }

  /// What the person has set for themselves in a chat, on this device or another.
  void set(ChatId chat, Preferences now) {
    ChatState state = chats.one(chat);
    if (state != null) {
      Preferences before = state.preferences();
      fold.setPreferences(state, now);
      drafts.adopt(state, before);
      chats.touch(chat);
    }
  }
}
