using Keukentafel.Data.Circles;
using Keukentafel.Data.Nearby;
using Keukentafel.Data.Requests;
using Keukentafel.Web.Access;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Circles;

/// <summary>Somebody sees at which tables they sit.</summary>
public static class MyTables
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Tables">The tables.</param>
    /// <param name="Notices">What to know about the own way in.</param>
    public sealed record Screen(Frame Frame, IReadOnlyList<TableCard> Tables, Notices Notices)
    {
        /// <summary>Whether this person answers, for a local team, who asks for help.</summary>
        public bool Answers { get; init; }

        /// <summary>Since when somebody waits for an answer of that team, the longest; null when nobody does.</summary>
        public DateTimeOffset? WaitsSince { get; init; }

        /// <summary>Whether this person writes what everybody reads about a place.</summary>
        public bool Edits { get; init; }
    }

    /// <summary>Maps the address.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/tables", ShowAsync).WithMetadata(new AtWork());

    // Whoever has a table of their own is here for that; the page about oneself has it too.
    private static bool IsHereForWork(IReadOnlyList<TableCard> tables) => tables.All(table => table.Me.Side != Domain.Circles.SeatSide.Host);

    private static async Task<IResult> ShowAsync(HttpContext http, Door door, LocalTeams teams, HelpRequests requests, Editors editors, CancellationToken cancellation)
    {
        var tables = await door.TablesOfAsync(http.Caller(), cancellation);
        var frame = Frame.Of(http, Text.T("circles.my-tables"), here: "tables");
        var notices = await Notices.OfAsync(http, frame, cancellation);

        var answers = IsHereForWork(tables) && (await teams.OfAsync(http.Caller().Person, cancellation)).Count > 0;

        // A child comes in at the own page (R11); one who sits at more than one table chooses first, and one who is asked something reads that.
        return notices.IsEmpty && tables is [{ Me.Age: Domain.Circles.AgeGroup.Child } only]
            ? Pages.Done(Children.ChildrenArea.LandingOf(only))
            : MyTablesView.Create(new Screen(frame, tables, notices)
            {
                Answers = answers,
                WaitsSince = answers ? await requests.LongestWaitAsync(http.Caller().Person, cancellation) : null,
                Edits = IsHereForWork(tables) && await editors.FindAsync(http.Caller().Person, cancellation) is not null,
            });
    }
}
