package hearth.server.store;

import hearth.protocol.ChatId;
import hearth.protocol.ChatOverview;
import hearth.protocol.Event.MembersAdded;
import hearth.protocol.Event.MessagePosted;
import hearth.protocol.Event.SlowModeSet;
import hearth.protocol.Marker;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The changes that can be stored, one method per change. Each checks before it writes: it either
/// refuses with a `FaultException` and changes nothing, or does all of its work.
///
/// Confined to the commit thread.
public interface WriteTransaction {

  /// Creates an account with its first device, and adds it to the lobby.
  ///
  /// @param nameKey the form of the name that must be unique; else `NAME_TAKEN`
  Admission admit(String name, String nameKey, byte[] tokenHash);

  /// Appends a message, or finds the one that this `sendId` made before. `CHAT_UNKNOWN` for
  /// non-members, `SEND_ID_REUSED` if the id made something else, `RATE_LIMITED` if the chat's slow
  /// mode does not allow it yet.
  Posting post(UserId author, ChatId chat, SendId sendId, String text);

  /// Creates the chat of two people, or finds it. `USER_UNKNOWN` if one of them does not exist.
  Opening openDirect(UserId maker, UserId with);

  /// Creates a group of the maker and others, or finds the one that this `sendId` made before.
  /// `MEMBERS_TOO_FEW`, `USER_UNKNOWN`, `SEND_ID_REUSED`.
  Opening createGroup(UserId maker, SendId sendId, String title, List<UserId> others);

  /// Sets how long members wait between messages. `CHAT_UNKNOWN` for non-members, `NOT_ALLOWED` for
  /// anyone but the chat's owner.
  ///
  /// @return the entry that records it; empty if it was set already
  Optional<SlowModeSet> setSlowMode(UserId by, ChatId chat, int seconds);

  /// Moves a member's marker forward, never back and never beyond the chat's head. What is read is
  /// delivered too. `CHAT_UNKNOWN` for non-members.
  Marking mark(ChatId chat, UserId user, long delivered, long read);

  /// Records when people were last seen.
  void recordSeen(Collection<UserId> users, Instant at);

  /// A new account, and the lobby's entry that records it.
  record Admission(Account account, MembersAdded entry) {}

  /// A message in the log.
  ///
  /// @param fresh whether this write made it; if not, it has been published already
  record Posting(MessagePosted event, boolean fresh) {}

  /// The result of opening a chat.
  sealed interface Opening {
    /// It was created, and looks the same to all its members.
    ///
    /// @param entry its log's first entry, if it has one
    record Made(ChatOverview overview, Optional<MembersAdded> entry) implements Opening {}

    /// It existed already.
    record Found(ChatId chat) implements Opening {}
  }

  /// A marker, and which of its parts moved.
  record Marking(Marker marker, boolean deliveredMoved, boolean readMoved) {}
}
