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

        if (!Name(whole, path))
        {
            throw new IOException($"There is a file {path} already.");
        }

        SyncFolder(FolderOf(path));
    }

    /// <summary>
    /// Gives a whole file its name, never over another file. Moving looks first and renames then: two at once both find nothing there, and what
    /// the first wrote is lost. Two who give a name by a link are told apart by the disk itself.
    /// </summary>
    /// <param name="whole">The file under the name it was written with; that name goes when it is placed.</param>
    /// <param name="path">Its name.</param>
    /// <returns>Whether it was placed; false when there is a file of that name.</returns>
    public static bool Name(string whole, string path)
    {
        if (Link(whole, path) == 0)
        {
            File.Delete(whole);
            return true;
        }

        const int AlreadyThere = 17;
        var why = Marshal.GetLastPInvokeError();
        return why == AlreadyThere ? false : throw new IOException($"The file {path} could not be named (error {why}).");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
