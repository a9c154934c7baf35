using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Frames;

/// <summary>
/// "Wat mag jij?": rights by age, and who helps. Anybody reads it without signing in, it asks nothing of the door, and no trail says who did (D12).
/// </summary>
public static class SeeRights
{
    /// <summary>What the page shows.</summary>
    /// <param name="Frame">The frame.</param>
    /// <param name="Who">For whom; null for the page on which one chooses.</param>
    public sealed record Screen(Frame Frame, RightsFor? Who)
    {
        /// <summary>Ages, numbers and addresses.</summary>
        public Rights Rights => Rights.Current;

        /// <summary>The group by age; null for a parent, and where one still chooses.</summary>
        public RightsGroup? Group => Who is { } who and not RightsFor.Parent ? Rights.Of(who) : null;

        /// <summary>Who helps this reader; where one still chooses, who is there for the youngest and for everybody.</summary>
        public IReadOnlyList<RightsLine> Lines => [.. Who is { } who ? Rights.For(who) : Rights.Lines.Where(line => line.Number is not null)];

        /// <summary>What somebody may: the keys of a sentence or three each.</summary>
        public IReadOnlyList<string> May => Who switch
        {
            null => [],
            RightsFor.Child =>
            [
                "rights.say-child", "rights.silence-child", "rights.help." + Group!.Help, "rights.file." + Group.File, "rights.beside-child",
                "rights.judge." + Group.Judge, "rights.bring-child", "rights.complain-child",
            ],
            RightsFor.Parent =>
            [
                "rights.parent-say", "rights.parent-help", "rights.parent-urged", "rights.parent-file", "rights.beside", "rights.parent-judge",
                "rights.direction", "rights.bring", "rights.complain", "rights.no-authority",
            ],
            _ =>
            [
                "rights.say", "rights.silence", "rights.help." + Group!.Help, "rights.file." + Group.File, "rights.beside",
                .. Group.Erase ? ["rights.erase"] : Array.Empty<string>(), "rights.judge." + Group.Judge,
                .. Group.Direction ? ["rights.direction"] : Array.Empty<string>(), "rights.bring", "rights.complain",
            ],
        };

        /// <summary>A sentence, with the ages, terms and names it needs.</summary>
        /// <param name="key">Its key.</param>
        public string Say(string key) => Text.T(
            key, Rights.DirectionWeeks, Rights.Line("Trusted").Name, Rights.Line("Children").Name, Rights.Of(RightsFor.Young).From,
            Rights.Of(RightsFor.Young).To, Rights.Of(RightsFor.Older).From);

        /// <summary>How somebody says who they are.</summary>
        /// <param name="who">Who.</param>
        public string IAm(RightsFor who) => who == RightsFor.Parent
            ? Text.T("rights.i-am.Parent")
            : Text.T("rights.i-am." + who, Rights.Of(who).From, Rights.Of(who).To, Rights.Of(who).To + 1);
    }

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/rights", (HttpContext http) => Show(http, null)).AllowAnonymous();
        app.MapGet("/rights/child", (HttpContext http) => Show(http, RightsFor.Child)).AllowAnonymous();
        app.MapGet("/rights/young", (HttpContext http) => Show(http, RightsFor.Young)).AllowAnonymous();
        app.MapGet("/rights/older", (HttpContext http) => Show(http, RightsFor.Older)).AllowAnonymous();
        app.MapGet("/rights/parent", (HttpContext http) => Show(http, RightsFor.Parent)).AllowAnonymous();
    }

    private static IResult Show(HttpContext http, RightsFor? who) =>
        SeeRightsView.Create(new Screen(Frame.Of(http, Text.T("rights.heading")) with { Narrow = true }, who));
}
