using Keukentafel.Data.Circles;
using Keukentafel.Domain.Access;
using Keukentafel.Web.Access;

namespace Keukentafel.Web.Shell;

/// <summary>What forms do alike that change what belongs to the table itself.</summary>
public static class TableForm
{
    /// <summary>
    /// Changes something, once for each form; says so, and goes on. When a rule says no, the page on which it was asked comes back with what was typed.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="circle">At which table.</param>
    /// <param name="door">The door.</param>
    /// <param name="permission">For what one must be let in.</param>
    /// <param name="change">The change. May run more than once.</param>
    /// <param name="told">The sentence to say after it; null for none.</param>
    /// <param name="page">Where to go on, from the table's address on; empty for the table.</param>
    /// <param name="ask">The page on which it was asked, with the broken rule.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static Task<IResult> ChangeAsync(
        HttpContext http, Guid circle, Door door, Permission permission, Action<Visit> change, string? told, string page, Func<Rule, Task<IResult>> ask,
        CancellationToken cancellation) => Pages.TryAsync(
        async () =>
        {
            await door.ChangeAsync(
                http.Caller(),
                new CircleId(circle),
                permission,
                visit =>
                {
                    change(visit);
                    return Task.FromResult(true);
                },
                cancellation,
                http.Spent());
            if (told is not null)
            {
                Saying.Say(http, told);
            }

            return $"/tables/{circle}{page}";
        },
        ask);
}
