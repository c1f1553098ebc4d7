package hearth.server;

import hearth.client.Joining;
import hearth.client.store.Identity;
import hearth.client.store.sqlite.ProfileFolder;
import java.util.List;

/// What a device remembers of servers, in a real profile. Safe from any thread.
record ProfileMemory(ProfileFolder folder) implements Joining.Memory {
  @Override
  public List<Identity> find(String serverId) {
    return folder.find(serverId);
  }

  @Override
  public String token(String serverId, boolean plain, String name) {
    return folder.token(serverId, plain, name);
  }
}
