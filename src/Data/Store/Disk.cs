using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Keukentafel.Data.Store;

/// <summary>What is needed to be sure that a file stays after the power fails: the file and the folder that names it.</summary>
internal static partial class Disk
{
    /// <summary>Puts the names in a folder on disk: a synced file with an unsynced name is gone after the power fails.</summary>
    public static void SyncFolder(string folder)
    {
        var handle = Open(folder, 0);
        if (handle < 0)
        {
            throw new IOException($"The folder {folder} could not be opened.");
        }

        try
        {
            if (Sync(handle) != 0)
            {
                throw new IOException($"The folder {folder} could not be put on disk.");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    /// <summary>Opens a new file for this user alone.</summary>
    public static FileStream New(string path) => new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    /// <summary>A name beside a file, for what is not whole yet.</summary>
    public static string Beside(string path) =>
        Path.Combine(FolderOf(path), $".{Path.GetFileName(path)}.{Convert.ToHexString(RandomNumberGenerator.GetBytes(6))}");

    public static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    /// <summary>Puts a finished file on disk under its name; never over another file.</summary>
    public static void Place(string whole, string path)
    {
        using (var file = new FileStream(whole, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(whole, path, overwrite: false);
        SyncFolder(FolderOf(path));
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
