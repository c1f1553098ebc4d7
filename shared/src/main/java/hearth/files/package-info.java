/// Files and folders that belong to one person and to one process.
///
/// Invariant: what is written here **can be read by its owner alone**, whatever the process's umask
/// and whatever rights a file or folder had before. Where a system has no POSIX rights, those of
/// the folder are inherited. This package knows nobody.
@NullMarked
package hearth.files;

import org.jspecify.annotations.NullMarked;
