package hearth.server.store.sqlite;

import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.DeviceId;
import hearth.protocol.Entry;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Hidden;
import hearth.protocol.Limits;
import hearth.protocol.Marker;
import hearth.protocol.Preferences;
import hearth.protocol.Request;
import hearth.protocol.Role;
import hearth.protocol.SendId;
import hearth.protocol.UserId;
import hearth.server.names.NameLook;
import hearth.server.policy.ClientNetwork;
import hearth.server.store.Account;
import hearth.server.store.Profile;
import hearth.server.store.WriteTransaction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes in SQL. Confined to the commit thread.
final class SqliteWriteTransaction implements WriteTransaction {
  private static final ChatId LOBBY = new ChatId(Schema.LOBBY);

  private final Tables tables;
  private final ChatCounters counters;
  private final QuotaGuard quotas;
  private final InstantSource clock;
  private final LogWriter log;
  private final MaskWriter masks;
  private final ChatWriter chats;
  private final ActionWriter actions;
  private final OwnerWriter owners;
  private final MarkerWriter markers;
  private final ProfileWriter profiles;
  private final Erasure erasure;

  SqliteWriteTransaction(
      Tables tables,
      ChatCounters counters,
      QuotaGuard quotas,
      InstantSource clock,
      Overviews overviews,
      Runnable overwritten) {
    this.tables = tables;
    this.counters = counters;
    this.quotas = quotas;
    this.clock = clock;
    erasure = new Erasure(tables, counters, quotas, overwritten);
    log = new LogWriter(tables, counters, clock);
    MemberWriter members = new MemberWriter(tables, log, overviews, counters, quotas, erasure);
    actions = new ActionWriter(tables, log, members, counters, erasure);
    masks = new MaskWriter(tables, counters, log, members);
    chats = new ChatWriter(tables, counters, quotas, log, members, masks);
    owners = new OwnerWriter(tables, counters, quotas, members, erasure);
    markers = new MarkerWriter(tables, counters);
    profiles = new ProfileWriter(tables, counters);
  }

  @Override
  public Admission join(
      String name, String nameKey, byte[] tokenHash, String device, ClientNetwork from) {
    Account known = tables.devices().owner(tokenHash).orElse(null);
    if (known != null) {
      // Not by the key: the name may have been taken by rules that kept more of it.
      if (!NameLook.of(known.name()).folded().equals(NameLook.of(name).folded())) {
        throw new FaultException(Fault.PARAMS_INVALID, "this token belongs to another name");
      }
      return new Admission(known, List.of());
    }
    Instant now = now();
    quotas.needRoomForPerson(from, now);
    UserId person =
        tables
            .users()
            .add(name, nameKey, now)
            .orElseThrow(() -> new FaultException(Fault.NAME_TAKEN));
    Account account =
        new Account(
            new Profile(person, name), false, tables.devices().add(tokenHash, person, device, now));
    quotas.joined(from, now);
    boolean first = !counters.of(LOBBY).orElseThrow().hasOwner();
    Entry entry = log.add(LOBBY, account.id(), null, new Action.AddMembers(List.of(account.id())));
    tables.members().add(LOBBY, List.of(account.id()), entry.seq(), first ? account.id() : null);
    counters.membersChanged(LOBBY, 1);
    if (first) {
      counters.setRole(LOBBY, account.id(), Role.OWNER);
    }
    return new Admission(account, List.of(entry));
  }

  @Override
  public Account addDevice(@Nullable UserId person, byte[] tokenHash, String device) {
    Account known = tables.devices().owner(tokenHash).orElse(null);
    if (known != null) {
      return known;
    }
    if (person == null) {
      throw new FaultException(Fault.DEVICE_CODE_UNKNOWN);
    }
    if (tables.users().standing(person).filter(standing -> !standing.removed()).isEmpty()) {
      throw new FaultException(Fault.ACCOUNT_DELETED);
    }
    if (tables.devices().of(person).size() >= Limits.DEVICES) {
      throw new FaultException(Fault.DEVICES_TOO_MANY);
    }
    var _ = tables.devices().add(tokenHash, person, device, now());
    return tables.devices().owner(tokenHash).orElseThrow();
  }

  @Override
  public boolean removeDevice(UserId person, DeviceId device) {
    return tables.devices().signOut(person, device);
  }

  @Override
  public Appending append(UserId author, ChatId chat, SendId sendId, Action action) {
    UserId as = masks.author(chat, author, action);
    return actions.append(as, chat, sendId, masks.action(author, as, action));
  }

  @Override
  public Preferences set(UserId user, ChatId chat, Action.Personal action) {
    if (tables.members().role(chat, masks.in(chat, user)).isEmpty()) {
      throw new FaultException(Fault.CHAT_UNKNOWN);
    }
    long named =
        switch (action) {
          case Action.MarkUnread(long from) -> from;
          case Action.Remind remind -> remind.seq();
          case Action.Mute _, Action.Archive _, Action.PinChat _, Action.SaveDraft _ -> 0;
        };
    if (named > counters.head(chat)) {
      throw new FaultException(Fault.MESSAGE_UNKNOWN);
    }
    PreferenceTable preferences = tables.personal().preferences();
    Preferences now = preferences.of(chat, user).after(action);
    preferences.put(chat, user, now);
    return now;
  }

  @Override
  public Opening openDirect(UserId maker, UserId with) {
    return chats.openDirect(maker, with);
  }

  @Override
  public Opening createGroup(UserId maker, Request.CreateGroup request) {
    return chats.create(maker, request);
  }

  @Override
  public Marking mark(ChatId chat, UserId user, long delivered, long read) {
    UserId as = masks.in(chat, user);
    return markers.mark(chat, user, new Marker(as, delivered, read), now());
  }

  @Override
  public UserId makeOwner(UserId person) {
    return owners.makeOwner(person);
  }

  @Override
  public List<UserId> setOwners(Collection<String> nameKeys) {
    return owners.setOwners(nameKeys);
  }

  @Override
  public Deletion deleteChat(UserId by, ChatId chat) {
    return owners.deleteChat(by, chat);
  }

  @Override
  public Deletion deleteUser(UserId by, UserId user) {
    return owners.deleteUser(by, user, now());
  }

  @Override
  public Profile setName(UserId user, String name, String nameKey) {
    return profiles.setName(user, name, nameKey);
  }

  @Override
  public Profile setStatus(UserId user, String text, @Nullable Instant until) {
    return profiles.setStatus(user, text, until);
  }

  @Override
  public Profile setQuiet(UserId user, @Nullable Instant until) {
    return profiles.setQuiet(user, until);
  }

  @Override
  public Profile hide(UserId user, Hidden what, boolean on) {
    return profiles.hide(user, what, on);
  }

  @Override
  public Profile block(UserId user, UserId other, boolean on) {
    return profiles.block(user, other, on, now());
  }

  /// What is deleted and still to be overwritten.
  Erasure erasure() {
    return erasure;
  }

  @Override
  public void recordSeen(Collection<UserId> users, Instant at) {
    tables.users().recordSeen(users, at);
  }

  @Override
  public void recordDevicesSeen(Collection<Account> devices, Instant at) {
    devices.forEach(device -> tables.devices().recordSeen(device.id(), device.device(), at));
  }

  /// What was written is on disk.
  void committed() {
    counters.commit();
    quotas.commit();
    erasure.commit();
  }

  /// Nothing was written.
  void rolledBack() {
    counters.rollBack();
    quotas.rollBack();
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }
}
