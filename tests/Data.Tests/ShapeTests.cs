using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Microsoft.EntityFrameworkCore;

namespace Keukentafel.Data.Tests;

public sealed class ShapeTests
{
    [Fact]
    public void No_database_context_can_be_reached_from_outside() =>
        Assert.DoesNotContain(typeof(Door).Assembly.GetExportedTypes(), type => typeof(DbContext).IsAssignableFrom(type));

    [Fact]
    public void Only_the_domain_makes_a_proof_of_who_was_let_in()
    {
        Assert.Empty(typeof(Act).GetConstructors());
        Assert.False(MakesAnAct(typeof(Door).Assembly));

        // These tests may, and one does: so it would be seen.
        Assert.Equal(Permission.Host, Forged(Circle.Start(
            PersonId.New(), "Esra", null, AgeGroup.Adult, null, [new ChildAtStart("Amir", AgeGroup.Child)], false, DateTimeOffset.UnixEpoch)).Permission);
        Assert.True(MakesAnAct(typeof(ShapeTests).Assembly));
    }

    [Fact]
    public void Whatever_changes_something_at_a_table_asks_for_a_proof()
    {
        Assert.Empty(typeof(Act).Assembly.GetExportedTypes().SelectMany(WithoutProof));
        Assert.Equal(["Change", "Words"], WithoutProof(typeof(Loose)));
    }

    private static Act Forged(Circle circle) => new(circle.Seats[0].Person!.Value, circle.Seats[0], circle.Id, Permission.Host, DateTimeOffset.UnixEpoch);

    private static bool MakesAnAct(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        return reader.MemberReferences.Select(reader.GetMemberReference).Any(member =>
            reader.GetString(member.Name) == ".ctor" && member.Parent.Kind == HandleKind.TypeReference
            && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == nameof(Act));
    }

    /// <summary>What a thing with rules of its own lets anybody do to it: a method that only does, or words that can be set.</summary>
    private static IEnumerable<string> WithoutProof(Type type)
    {
        if (!type.IsSubclassOf(typeof(Aggregate)))
        {
            return [];
        }

        var own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return type.GetMethods(own)
            .Where(method => method.ReturnType == typeof(void) && !method.IsSpecialName && method.GetParameters().All(given => given.ParameterType != typeof(Act)))
            .Select(method => method.Name)
            .Concat(type.GetProperties(own).Where(property => property.SetMethod is { IsPublic: true }).Select(property => property.Name));
    }

    private sealed class Loose : Aggregate
    {
        public string Words { get; set; } = "";

        public void Change() => Words = "anders";
    }
}
