package hearth.server.store;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.DeviceId;
import hearth.protocol.Entry;
import hearth.protocol.Hidden;
import hearth.protocol.Marker;
import hearth.protocol.Preferences;
import hearth.protocol.Request;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.policy.ClientNetwork;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The changes that can be stored. Each checks before it writes: it either refuses with a
/// `FaultException` and changes nothing, or does all of its work.
///
/// Confined to the commit thread.
public interface WriteTransaction {

  /// Creates an account with its first device, and adds it to the lobby; or finds the account that
  /// the same name and token made before. `PEOPLE_TOO_MANY`, `JOINS_TOO_MANY` where the server
  /// takes no more.
  ///
  /// @param nameKey the form of the name that must be unique; else `NAME_TAKEN`, as for a name that
  ///   looks like another one
  /// @param device what the device is called; empty where nobody knows
  /// @param from where the person comes from
  Admission join(String name, String nameKey, byte[] tokenHash, String device, ClientNetwork from);

  /// Creates an account as above, with a device that is not called anything.
  default Admission join(String name, String nameKey, byte[] tokenHash, ClientNetwork from) {
    return join(name, nameKey, tokenHash, "", from);
  }

  /// Adds a device to a person; or finds the one that has the token already, whoever is meant.
  /// `DEVICES_TOO_MANY`, and `ACCOUNT_DELETED` if the person was removed.
  ///
  /// @param person null where nobody is meant: `DEVICE_CODE_UNKNOWN` unless the token is known
  /// @param device what the device is called; empty where nobody knows
  Account addDevice(@Nullable UserId person, byte[] tokenHash, String device);

  /// Signs a device of a person out: its token is refused for ever.
  ///
  /// @return whether the person had it
  boolean removeDevice(UserId person, DeviceId device);

  /// Appends an action to a chat's log, the one way in; in a masked chat the author's alias does.
  /// `CHAT_UNKNOWN` for non-members, `SEND_ID_REUSED` if the id made something else, `RATE_LIMITED`
  /// if the chat's slow mode does not allow a message yet, `CHATS_TOO_MANY` for more members than
  /// the server takes, and whatever the policy refuses.
  ///
  /// @param action in the form that [Action#checked] gives
  Appending append(UserId author, ChatId chat, SendId sendId, Action action);

  /// Creates the chat of two people, or of one alone, or finds it. With an alias it is a chat of
  /// the two aliases that both have in a masked chat. `USER_UNKNOWN` if one of them does not exist,
  /// or is not in that chat, `OWN_CHATS_TOO_MANY`, `CHATS_TOO_MANY`.
  Opening openDirect(UserId maker, UserId with);

  /// Creates a group, channel or masked chat of the maker, who owns it, and others, or finds the
  /// one that this `sendId` made before. `MEMBERS_TOO_FEW`, `USER_UNKNOWN`, `SEND_ID_REUSED`,
  /// `OWN_CHATS_TOO_MANY`, `CHATS_TOO_MANY`.
  Opening createGroup(UserId maker, Request.CreateGroup request);

  /// Sets something in a chat for one member alone. `CHAT_UNKNOWN` for non-members,
  /// `MESSAGE_UNKNOWN` where the chat's log does not reach the seq that is named.
  ///
  /// @return all that the member has set there
  Preferences set(UserId user, ChatId chat, Action.Personal action);

  /// Moves a member's marker forward, never back and never beyond the chat's head. What is read is
  /// delivered too. It stays where it is in a direct chat with somebody whom the member has
  /// blocked. `CHAT_UNKNOWN` for non-members.
  Marking mark(ChatId chat, UserId user, long delivered, long read);

  /// Makes a person an owner of the server. `USER_UNKNOWN`.
  UserId makeOwner(UserId person);

  /// Makes these people, and nobody else, the owners of the server. `USER_UNKNOWN` if one of them
  /// is not here.
  ///
  /// @param nameKeys their names, in the form that is unique
  List<UserId> setOwners(Collection<String> nameKeys);

  /// Deletes a chat for an owner of the server: nobody sees it from now on, and what it holds is
  /// erased piece by piece afterwards. Deleting what is not there is done already.
  /// `SERVER_OWNER_ONLY`, `NOT_ALLOWED` for the lobby.
  Deletion deleteChat(UserId by, ChatId chat);

  /// Removes a person for an owner of the server: their name is free, their tokens are refused for
  /// ever, their direct chats and those groups of theirs in which nobody else has written are
  /// deleted, and they leave all other chats. Removing somebody again is done already.
  /// `SERVER_OWNER_ONLY`, `SERVER_OWNER_STAYS`, `USER_UNKNOWN`.
  Deletion deleteUser(UserId by, UserId user);

  /// Gives a person another name; the old one is free, unless the person owns the server.
  /// `USER_UNKNOWN`, `NAME_TAKEN`.
  ///
  /// @param nameKey the form of the name that must be unique
  /// @return the account as it is now; so do those below
  Profile setName(UserId user, String name, String nameKey);

  /// Says something beside a person's name. `USER_UNKNOWN`.
  ///
  /// @param until when it ends by itself; null for no end
  Profile setStatus(UserId user, String text, @Nullable Instant until);

  /// Says until when a person does not want to be disturbed. `USER_UNKNOWN`.
  ///
  /// @param until null for no longer
  Profile setQuiet(UserId user, @Nullable Instant until);

  /// Keeps something of a person from the others, or no longer. `USER_UNKNOWN`.
  Profile hide(UserId user, Hidden what, boolean on);

  /// Blocks somebody for a person, or no longer; who is blocked already stays so since then.
  /// `USER_UNKNOWN`, `BLOCKED_TOO_MANY`.
  Profile block(UserId user, UserId other, boolean on);

  /// Records when people were last seen.
  void recordSeen(Collection<UserId> users, Instant at);

  /// Records when devices were last seen.
  void recordDevicesSeen(Collection<Account> devices, Instant at);

  /// An account, and the lobby's entries that record its joining; none if it existed already.
  record Admission(Account account, List<Entry> entries) {
    public Admission {
      entries = List.copyOf(entries);
    }
  }

  /// The result of appending.
  ///
  /// @param entries what is new in the log, in its order; none for an action that was appended
  ///   before, or that changes nothing
  /// @param seq the place of the action, or of the one that made it so
  /// @param at when that was committed
  /// @param opened the chat as people see it who were added
  record Appending(List<Entry> entries, long seq, Instant at, Views opened) {
    public Appending {
      entries = List.copyOf(entries);
    }

    /// New entries, of which the last is the action.
    public static Appending of(List<Entry> entries) {
      Entry last = entries.getLast();
      return new Appending(entries, last.seq(), last.at(), Views.NONE);
    }

    /// Nothing new: the place was taken before.
    public static Appending before(long seq, Instant at) {
      return new Appending(List.of(), seq, at, Views.NONE);
    }
  }

  /// The result of opening a chat.
  sealed interface Opening {
    /// It was created.
    ///
    /// @param entry its log's first entry, if it has one
    record Made(Views views, Optional<Entry> entry) implements Opening {
      public ChatId chat() {
        return views.of().values().iterator().next().chat().id();
      }
    }

    /// It existed already.
    record Found(ChatId chat) implements Opening {}
  }

  /// What a deletion changed.
  ///
  /// @param chats those that were deleted
  /// @param entries what was appended to the logs of others, in the order of each
  record Deletion(List<ChatId> chats, List<Entry> entries) {
    /// It was done before.
    public static final Deletion NONE = new Deletion(List.of(), List.of());

    public Deletion {
      chats = List.copyOf(chats);
      entries = List.copyOf(entries);
    }
  }

  /// A marker, and which of its parts moved.
  record Marking(Marker marker, boolean deliveredMoved, boolean readMoved) {}
}
