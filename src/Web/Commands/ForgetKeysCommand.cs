using System.CommandLine;
using Keukentafel.Data.People;
using Keukentafel.Data.Store;
using Keukentafel.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace Keukentafel.Web.Commands;

/// <summary>
/// For who lost the phone and the spare codes: takes away codes and passkeys and ends the sessions. The password stays and is told to nobody;
/// who works with families sets a new code up with it.
/// </summary>
public static class ForgetKeysCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var name = new Argument<string>("sign-in") { Description = "The name this person comes in with." };
        var command = new Command("forget-keys", "Takes away the codes and passkeys of somebody who lost them.") { name };
        command.SetAction((result, cancellation) => CommandLine.InDatabaseAsync(1, async places =>
        {
            await using var hold = await Hold.ToWriteAsync(places, cancellation);
            await using var app = App.Build(places, demo: false, "http://localhost:0");
            await using var scope = app.Services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(result.GetValue(name)!) is not { } person)
            {
                await Console.Error.WriteLineAsync("Nobody comes in by that name.");
                return 1;
            }

            var who = new PersonId(person.Id);
            await app.Services.GetRequiredService<OneTimeCodes>().TakeAwayAsync(who);
            await app.Services.GetRequiredService<Passkeys>().TakeAwayAsync(who, null, otherWay: true);
            await app.Services.GetRequiredService<Sessions>().EndAsync(who, null, Guid.Empty);
            return 0;
        }, cancellation));
        return command;
    }
}
