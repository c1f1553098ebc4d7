package hearth.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody did in a chat. Everything that happens in a chat and must not be lost is one of
/// these, in an [Entry] of its log.
///
/// An action that stands by itself makes a [Row]; a [Targeted] one changes the row of its target.
public sealed interface Action {

  /// The same action in the form that a server keeps, or a refusal. Asked of requests only: what is
  /// stored already is never checked again, so that a stricter rule cannot make it unreadable.
  ///
  /// @throws FaultException with the fault that the server answers
  default Action checked() {
    return this;
  }

  /// An action that changes the row of an earlier entry.
  sealed interface Targeted extends Action permits Edit, Delete, React, Pin {
    /// The seq of the row that is changed.
    long target();

    /// What this action makes of its target, a message that is not deleted.
    default MessageState applyTo(MessageState message, UserId author, Instant at) {
      return message;
    }

    /// Whether an earlier action on the same target, which nobody has seen yet, need not be sent.
    default boolean supersedes(Targeted earlier) {
      return false;
    }

    /// Whether an earlier action on the same target, which nobody has seen yet, and this one need
    /// not be sent.
    default boolean undoes(Targeted earlier) {
      return false;
    }
  }

  /// What somebody sets in a chat for themselves alone. It is no entry of the log, and no other
  /// member hears of it: the server keeps the last one of each kind, in [Preferences], and tells
  /// them to the author's devices.
  sealed interface Personal extends Action
      permits Mute, Archive, PinChat, MarkUnread, SaveDraft, Remind {
    /// Whether an earlier one, which the server has not seen yet, need not be sent.
    default boolean supersedes(Personal earlier) {
      return earlier.getClass().equals(getClass());
    }
  }

  /// The author does not want to be told of messages here.
  ///
  /// @param until when they do again, [#ALWAYS] for never; null for now
  record Mute(@Nullable Instant until) implements Personal {
    /// The end of the year 9999.
    public static final Instant ALWAYS = Instant.ofEpochSecond(253_402_300_799L);

    @Override
    public Mute checked() {
      return until != null && until.isAfter(ALWAYS) ? new Mute(ALWAYS) : this;
    }
  }

  /// The author keeps the chat out of the way.
  record Archive(boolean on) implements Personal {}

  /// The author keeps the chat at the top.
  record PinChat(boolean on) implements Personal {}

  /// The author wants to come back to what was said from here on, though they have read it.
  ///
  /// @param from a seq; 0 for nothing any more
  record MarkUnread(long from) implements Personal {
    @Override
    public MarkUnread checked() {
      Checks.notNegative(from, "from");
      return this;
    }
  }

  /// What the author has begun to write; empty for nothing any more.
  record SaveDraft(String text) implements Personal {
    @Override
    public SaveDraft checked() {
      return new SaveDraft(text.isBlank() ? "" : Checks.draft(text));
    }
  }

  /// The author wants to be told of a message again.
  ///
  /// @param seq the message's
  /// @param at when; null for not any more
  record Remind(long seq, @Nullable Instant at) implements Personal {
    @Override
    public Remind checked() {
      Checks.positive(seq, "seq");
      return at != null && at.isAfter(Mute.ALWAYS) ? new Remind(seq, Mute.ALWAYS) : this;
    }

    @Override
    public boolean supersedes(Personal earlier) {
      return earlier instanceof Remind other && other.seq == seq;
    }
  }

  /// A message.
  ///
  /// @param replyTo the seq of the message that this one answers; 0 for none
  /// @param forwarded whose words these are; null for the author's own
  record Post(Content content, long replyTo, @Nullable Forwarded forwarded) implements Action {
    public Post {
      Checks.notNegative(replyTo, "replyTo");
    }

    /// A message in the author's own words.
    public Post(Content content, long replyTo) {
      this(content, replyTo, null);
    }

    /// A message that answers none.
    public Post(Content content) {
      this(content, 0);
    }

    /// A text that answers none.
    public static Post text(String text) {
      return new Post(new Content.Text(text));
    }

    @Override
    public Post checked() {
      if (forwarded != null && forwarded.origin() == null) {
        throw new FaultException(Fault.PARAMS_INVALID, "a forwarded message has an origin");
      }
      return new Post(content.checked(), replyTo, forwarded);
    }
  }

  /// The target, a message of the same author, has another content from here on.
  record Edit(long target, Content content) implements Targeted {
    public Edit {
      Checks.positive(target, "target");
    }

    @Override
    public Edit checked() {
      return new Edit(target, content.checked());
    }

    @Override
    public MessageState applyTo(MessageState message, UserId author, Instant at) {
      return content.equals(message.content())
          ? message
          : new MessageState(content, at, message.reactions());
    }

    @Override
    public boolean supersedes(Targeted earlier) {
      return earlier instanceof Edit;
    }
  }

  /// The target's content is erased for everybody: in the log, in its row and on every device.
  record Delete(long target) implements Targeted {
    public Delete {
      Checks.positive(target, "target");
    }

    @Override
    public MessageState applyTo(MessageState message, UserId author, Instant at) {
      return new MessageState(new Content.Erased(), null, List.of());
    }

    @Override
    public boolean supersedes(Targeted earlier) {
      return true;
    }
  }

  /// The author's reaction with one emoji to the target is set, or taken back.
  record React(long target, String emoji, boolean on) implements Targeted {
    public React {
      Checks.positive(target, "target");
    }

    @Override
    public React checked() {
      return new React(target, on ? Emoji.checked(emoji) : Emoji.checkedBefore(emoji), on);
    }

    @Override
    public MessageState applyTo(MessageState message, UserId author, Instant at) {
      return new MessageState(
          message.content(),
          message.editedAt(),
          Reaction.after(message.reactions(), emoji, author, on));
    }

    @Override
    public boolean undoes(Targeted earlier) {
      return earlier.equals(new React(target, emoji, !on));
    }
  }

  /// The target is shown above the chat to everybody, or is so no longer.
  record Pin(long target, boolean on) implements Targeted {
    public Pin {
      Checks.positive(target, "target");
    }

    @Override
    public boolean undoes(Targeted earlier) {
      return earlier.equals(new Pin(target, !on));
    }
  }

  /// People came into the chat: by themselves into the lobby, by its owner into a group.
  record AddMembers(List<UserId> members) implements Action {
    public AddMembers {
      members = List.copyOf(members);
    }

    @Override
    public AddMembers checked() {
      return new AddMembers(Checks.atMost(Limits.MEMBERS, members, Fault.MEMBERS_TOO_MANY));
    }
  }

  /// Somebody is no longer in the chat: by their own choice where they are the author.
  record RemoveMember(UserId member) implements Action {}

  /// Somebody has another role in the chat.
  record SetRole(UserId member, Role role) implements Action {
    @Override
    public SetRole checked() {
      if (role == Role.UNKNOWN) {
        throw new FaultException(Fault.PARAMS_INVALID, "the role is unknown");
      }
      return this;
    }
  }

  /// From here on members wait this long between two messages.
  ///
  /// @param seconds 0 for no wait, at most [Limits#SLOW_MODE_SECONDS]
  record SetSlowMode(int seconds) implements Action {
    @Override
    public SetSlowMode checked() {
      Checks.between(seconds, 0, Limits.SLOW_MODE_SECONDS, "seconds");
      return this;
    }
  }

  /// The chat has another name.
  record Rename(String title) implements Action {
    @Override
    public Rename checked() {
      return new Rename(Checks.name(title));
    }
  }

  /// The chat is about something else.
  ///
  /// @param topic empty for nothing; at most [Limits#TOPIC] characters
  record SetTopic(String topic) implements Action {
    @Override
    public SetTopic checked() {
      return new SetTopic(Checks.topic(topic));
    }
  }

  /// Other members may do something from here on.
  ///
  /// @param from the lowest role that may
  record SetPermission(Permission permission, Role from) implements Action {
    @Override
    public SetPermission checked() {
      if (permission == Permission.UNKNOWN || from == Role.UNKNOWN || from == Role.READER) {
        throw new FaultException(Fault.PARAMS_INVALID, "no such rule can be set");
      }
      return this;
    }
  }

  /// An action of a newer version, kept as it came.
  ///
  /// @param target the seq of the row that it changes; 0 for an action that stands by itself
  /// @param raw the whole action as JSON
  record Unknown(String type, long target, String raw) implements Action {
    @Override
    public Action checked() {
      throw new FaultException(Fault.ACTION_UNKNOWN);
    }
  }
}
