using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Data.People;

/// <summary>Somebody who can sign in: one identity for each human being (R2).</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>What this person is called on the own pages; at most 60 characters.</summary>
    [PersonalData]
    public string Called { get; set; } = "";

    /// <summary>The language the person chose: <c>nl</c>, <c>en</c>, or null for the address one came in by.</summary>
    public string? Language { get; set; }

    /// <summary>How grown, as in the domain's AgeGroup: 1 child, 2 young, 3 adult.</summary>
    public int Age { get; set; } = 3;

    /// <summary>Whether this person works with families: shorter sessions, and never a password alone.</summary>
    public bool IsProfessional { get; set; }

    /// <summary>Whether this is somebody out of the demo: who is invented sets up no code.</summary>
    public bool IsFictional { get; set; }

    /// <summary>In which order the demo lists this person, and the line about them (nl and en, with a bar between); null outside the demo.</summary>
    public string? DemoLine { get; set; }
}
