using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Domain.Circles;
using Keukentafel.Domain.Collaborations;
using Keukentafel.Web.Access;
using Keukentafel.Web.Collaborations;
using Keukentafel.Web.Shell;

namespace Keukentafel.Web.Children;

/// <summary>
/// A child says on its own page, with one press, whether somebody may keep the overview; and says it otherwise whenever it wants (R105, INV-67). It is asked as
/// each host is, and nobody else sees what it said.
/// </summary>
public static class SayToCoordinator
{
    /// <summary>What the page shows.</summary>
    /// <param name="Child">The frame.</param>
    /// <param name="Mend">What is to be mended; null for nothing.</param>
    public sealed record Screen(ChildFrame Child, Mend? Mend)
    {
        /// <summary>What the child is asked, or said yes to.</summary>
        public IEnumerable<Coordinator> Asked => Child.Circle.Coordinators.Where(one => Child.Circle.MayAnswer(one, Child.Me, Child.Frame.Now));

        /// <summary>Whether the child sees no more than that: the moment before which its own words stay shut (T20); null for nothing.</summary>
        public DateTimeOffset? ShutBefore { get; init; }

        /// <summary>Who would do it, or does.</summary>
        /// <param name="one">Which.</param>
        public Seat Who(Coordinator one) => Child.Circle.SeatAt(one.Who);

        /// <summary>What the child said before.</summary>
        /// <param name="one">Which.</param>
        public CoordinatorAnswer? Mine(Coordinator one) => one.SaidBy(Child.Me.Number) is { } said && !(ShutBefore > said.At) ? said.Answer : null;

        /// <summary>The answers that are there to press: of a yes that holds, only taking it back.</summary>
        /// <param name="one">Which.</param>
        public IEnumerable<CoordinatorAnswer> Answers(Coordinator one) => one.IsActive && one.HasYesOf(Child.Me.Number)
            ? [CoordinatorAnswer.RatherNot]
            : Enum.GetValues<CoordinatorAnswer>();
    }

    /// <summary>The address of the page.</summary>
    /// <param name="circle">At which table.</param>
    public static string AddressOf(Guid circle) => ChildrenArea.AddressOf(circle) + "/coordinator";

    /// <summary>Maps the addresses.</summary>
    /// <param name="app">Where.</param>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/tables/{circle:guid}/mine/coordinator", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
            ShowAsync(http, circle, door, null, cancellation));
        app.MapPost("/tables/{circle:guid}/mine/coordinator", (HttpContext http, Guid circle, Door door, CancellationToken cancellation) =>
        {
            var typed = http.Typed();
            return TableForm.ChangeAsync(
                http, circle, door, Permission.Speak,
                visit =>
                {
                    ChildrenArea.OnlyForAChild(visit.Me);
                    visit.Circle.AnswerCoordinator(
                        SeeCoordinator.Find(visit, typed.Id("which") ?? default), typed.One<CoordinatorAnswer>("answer"), null, null, visit.Act);
                },
                "children.keeps-told", "/mine/coordinator", broken => ShowAsync(http, circle, door, broken, cancellation), cancellation);
        });
    }

    private static async Task<IResult> ShowAsync(HttpContext http, Guid circle, Door door, Rule? broken, CancellationToken cancellation)
    {
        await using var visit = await door.EnterAsync(http.Caller(), new CircleId(circle), Permission.Speak, cancellation);
        ChildrenArea.OnlyForAChild(visit.Me);
        return SayToCoordinatorView.Create(new Screen(
            new ChildFrame(Frame.Of(http, Text.T("children.keeps"), visit.Circle.Id, "mine"), visit.Circle, visit.Me),
            broken is { } rule ? new Mend(rule, null, Pages.Sentence(rule)) : null)
        {
            ShutBefore = http.Caller().ShutBefore,
        });
    }
}
