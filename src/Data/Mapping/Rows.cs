namespace Keukentafel.Data.Mapping;

// What stands in the tables. Moments are milliseconds since 1970, UTC, so that both databases keep and sort them alike.
// Words of persons stand only in the columns called Sheet, sealed.

internal sealed class CircleRow
{
    public Guid Id { get; set; }

    public long StartedAt { get; set; }

    public bool ParentsApart { get; set; }

    public int Order { get; set; }

    public int Version { get; set; }

    public byte[] Sheet { get; set; } = [];
}

internal sealed class SeatRow
{
    public Guid Circle { get; set; }

    public int Number { get; set; }

    /// <summary>One bit for the number, for questions to the database.</summary>
    public long Bit { get; set; }

    public Guid Id { get; set; }

    public Guid? Person { get; set; }

    public int Side { get; set; }

    public int Age { get; set; }

    public int Mug { get; set; }

    public long Since { get; set; }

    /// <summary>Of whom nothing is given to this seat, as bits; 0 for all but professionals.</summary>
    public long GivenNot { get; set; }

    /// <summary>Of whom nothing of before <see cref="GivenSince"/> is given, as bits.</summary>
    public long GivenNew { get; set; }

    /// <summary>Since when, in milliseconds; 0 when all is given.</summary>
    public long GivenSince { get; set; }

    /// <summary>Of whom nothing of before <see cref="GivenLonger"/> is given, as bits: to who stands in for somebody.</summary>
    public long GivenOld { get; set; }

    /// <summary>Since when that other sat here, in milliseconds; 0 when that does not matter.</summary>
    public long GivenLonger { get; set; }

    /// <summary>In which session this seat was last opened, when that visit began, and when the one before began.</summary>
    public Guid? VisitSession { get; set; }

    public long? VisitAt { get; set; }

    public long? VisitBefore { get; set; }
}

/// <summary>Where the code of an open invitation leads; what it says stands in the circle's sheet.</summary>
internal sealed class InvitationRow
{
    /// <summary>A print of the code under a key outside the database: who reads this table cannot come in with it.</summary>
    public byte[] Print { get; set; } = [];

    public Guid Circle { get; set; }

    public Guid Id { get; set; }

    public long Until { get; set; }
}

/// <summary>On which day something of a table that ended is removed; no word and no person stands in it.</summary>
internal sealed class RemovalRow
{
    public Guid Circle { get; set; }

    public long Due { get; set; }
}

/// <summary>Whom somebody chose to help them back in. It is sealed under that person's key: who reads this table does not learn whom.</summary>
internal sealed class WayBackRow
{
    public Guid Person { get; set; }

    public byte[] Sheet { get; set; } = [];
}

/// <summary>Somebody asked to come in without the password. A name that nobody has leaves a row like any other.</summary>
internal sealed class LostPasswordRow
{
    /// <summary>A print of the code under a key outside the database.</summary>
    public byte[] Print { get; set; } = [];

    /// <summary>SHA-256 of the key that the device which asked holds.</summary>
    public byte[] Key { get; set; } = [];

    public Guid Person { get; set; }

    public long Until { get; set; }

    public byte[] Sheet { get; set; } = [];
}

internal sealed class ContributionRow
{
    public Guid Circle { get; set; }

    /// <summary>The trail's number of the moment it was laid: orders within the circle, never shown.</summary>
    public long Number { get; set; }

    public Guid Id { get; set; }

    public int Kind { get; set; }

    public int Seat { get; set; }

    public long At { get; set; }

    public int Readers { get; set; }

    public long Named { get; set; }

    public long About { get; set; }

    /// <summary>The seat that must agree before others read it; 0 for nobody.</summary>
    public int WaitsFor { get; set; }

    public Guid? Parent { get; set; }

    /// <summary>Whether it waits for somebody to do something: a wish without answer, a sentence whose source has not agreed.</summary>
    public bool Open { get; set; }

    /// <summary>Everybody whose words are on this slip, one bit a seat, for the trail.</summary>
    public long Voices { get; set; }

    /// <summary>Who answered, or said "I will answer" and did not yet, one bit a seat.</summary>
    public long Replied { get; set; }

    /// <summary>What can be said without opening the sheet: see SlipFlags.</summary>
    public int Flags { get; set; }

    /// <summary>From whom it is kept until <see cref="KeptUntil"/>, one bit a seat.</summary>
    public long KeptFrom { get; set; }

    /// <summary>From whom it is kept from that moment on.</summary>
    public long KeptAfter { get; set; }

    /// <summary>The moment; 0 for none.</summary>
    public long KeptUntil { get; set; }

    /// <summary>From whom it was kept at the moment of asking; not stored.</summary>
    public long Kept { get; set; }

    public long ChangedAt { get; set; }

    public int Version { get; set; }

    public byte[] Sheet { get; set; } = [];
}

internal sealed class LaidAsideRow
{
    public Guid Circle { get; set; }

    public int Seat { get; set; }

    public Guid Contribution { get; set; }
}

internal sealed class DraftRow
{
    public Guid Person { get; set; }

    public Guid Id { get; set; }

    public Guid? Circle { get; set; }

    /// <summary>The path of the page it was typed on; holds ids, never words.</summary>
    public string Page { get; set; } = "";

    public long At { get; set; }

    public int Version { get; set; }

    public byte[] Sheet { get; set; } = [];

    /// <summary>What was said aloud and not laid down yet; apart, so that who looks at the drafts does not fetch it.</summary>
    public byte[]? Sound { get; set; }
}

internal sealed class SpentDraftRow
{
    public Guid Person { get; set; }

    public Guid Draft { get; set; }

    public long At { get; set; }

    /// <summary>Tells the same form from another one; nobody can tell the words by it.</summary>
    public byte[] Print { get; set; } = [];
}

internal sealed class SessionRow
{
    public Guid Id { get; set; }

    /// <summary>SHA-256 of the key in the cookie: who reads the table cannot sign in with it.</summary>
    public byte[] Key { get; set; } = [];

    public Guid Person { get; set; }

    public long StartedAt { get; set; }

    public long SeenAt { get; set; }

    public long Until { get; set; }

    public long? EndedAt { get; set; }

    public string Device { get; set; } = "";

    public byte[] Ticket { get; set; } = [];
}

internal sealed class TrailRow
{
    public long Number { get; set; }

    public long At { get; set; }

    public Guid Person { get; set; }

    public Guid? Circle { get; set; }

    public int Seat { get; set; }

    public int Deed { get; set; }

    public int Permission { get; set; }

    public Guid? Subject { get; set; }

    /// <summary>Which part of the page, or which field; never words of a person.</summary>
    public string? Part { get; set; }

    /// <summary>Which contributions were shown, as ranges of numbers.</summary>
    public byte[]? Shown { get; set; }

    /// <summary>Whose words were shown, one bit a seat.</summary>
    public long Whose { get; set; }

    public byte[] Hash { get; set; } = [];
}

internal sealed class TrailHeadRow
{
    public int Id { get; set; }

    public long Number { get; set; }

    public byte[] Hash { get; set; } = [];
}

internal sealed class MarkRow
{
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}
