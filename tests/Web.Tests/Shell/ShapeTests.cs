using System.Reflection;
using Keukentafel.Data.Circles;
using Keukentafel.Web.Tests.Docs;

namespace Keukentafel.Web.Tests.Shell;

/// <summary>The three projects ask only the one before, and no page can ask a database itself.</summary>
public sealed class ShapeTests
{
    private static readonly string[] OfDatabases = ["Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Npgsql", "SQLitePCLRaw"];

    [Fact]
    public void No_page_can_name_a_database() => Assert.Empty(
        typeof(App).Assembly.GetReferencedAssemblies().Where(IsOfDatabase).Select(name => name.Name));

    [Fact]
    public void What_does_name_one_is_seen() => Assert.Contains(typeof(Door).Assembly.GetReferencedAssemblies(), IsOfDatabase);

    [Fact]
    public void The_domain_asks_nobody_and_data_do_not_ask_the_pages()
    {
        Assert.All(typeof(Domain.Access.Act).Assembly.GetReferencedAssemblies(), name => Assert.StartsWith("System.", name.Name!, StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(Door).Assembly.GetReferencedAssemblies(), name => name.Name == typeof(App).Assembly.GetName().Name);
    }

    // It passes by every host's yes (R97): the invented families of before it, and tests, may; a page never.
    [Fact]
    public void Only_the_invented_families_give_a_professional_a_seat_without_a_yes() => Assert.Equal(
        ["src/Domain/Circles/CircleInvolvements.cs", "src/Web/Demo/Filling.cs"],
        Repository.Files(".cs").Where(file => file.StartsWith("src/", StringComparison.Ordinal) && Repository.Read(file).Contains("AddFromBefore(", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    private static bool IsOfDatabase(AssemblyName name) => OfDatabases.Any(one => name.Name!.StartsWith(one, StringComparison.Ordinal));
}
