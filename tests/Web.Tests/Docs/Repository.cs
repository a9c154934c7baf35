namespace Keukentafel.Web.Tests.Docs;

/// <summary>The files of this repository, for tests that hold words and documents to the code.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Whether the files that are checked are to be written instead: <c>KEUKENTAFEL_WRITE=yes</c>.</summary>
    public static bool Writes => Environment.GetEnvironmentVariable("KEUKENTAFEL_WRITE") == "yes";

    /// <summary>The text of a file.</summary>
    /// <param name="path">From the root.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Files that people wrote, by their path from the root; without what is built, fetched or filled while running.</summary>
    /// <param name="ends">How their names end.</param>
    public static IEnumerable<string> Files(params string[] ends) => In(Root)
        .Select(path => Path.GetRelativePath(Root, path))
        .Where(path => ends.Length == 0 || ends.Any(end => path.EndsWith(end, StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => Path.GetFileName(inner) is not (".git" or "artifacts" or "bin" or "obj" or "node_modules" or "data" or "keys" or "TestResults"))
            .SelectMany(In));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Keukentafel.slnx")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
